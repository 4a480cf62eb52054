@echo off
rem Starts the kit faster than 'java -jar' does; the shell script beside it says how and why.
rem   JAVA_HOME, JAVA_OPTS, BITS_TCK_CACHE, BITS_TCK_ARCHIVE: as there
setlocal
set "JAR=%~dp0bits-tck.jar"
for %%F in (java.exe) do set "JAVA=%%~$PATH:F"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" (
  echo bits-tck: there is no java.exe: install JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)
set "CACHE=%LOCALAPPDATA%\bits-tck"
if defined BITS_TCK_CACHE set "CACHE=%BITS_TCK_CACHE%"
set "FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable %JAVA_OPTS%"
if /i "%BITS_TCK_ARCHIVE%"=="off" goto plain
if not defined LOCALAPPDATA if not defined BITS_TCK_CACHE goto plain

rem one archive for each build of the kit and each JDK
for %%F in ("%JAR%") do set "STAMP=%%~zF-%%~tF"
for %%F in ("%JAVA%") do set "STAMP=%STAMP%-%%~zF-%%~tF"
set "STAMP=%STAMP: =_%"
set "STAMP=%STAMP:/=_%"
set "STAMP=%STAMP::=_%"
set "ARCHIVE=%CACHE%\%STAMP%.jsa"
if exist "%ARCHIVE%" goto shared
if defined CI if not defined BITS_TCK_CACHE goto plain
if /i "%~1"=="server" goto archive
if /i "%~1"=="client" goto archive
if /i "%~1"=="application" goto archive

:plain
"%JAVA%" %FLAGS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:shared
"%JAVA%" %FLAGS% "-XX:SharedArchiveFile=%ARCHIVE%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:archive
if not exist "%CACHE%" md "%CACHE%" 2>nul
set "NEW=%ARCHIVE%.new.%RANDOM%%RANDOM%"
"%JAVA%" %FLAGS% "-XX:ArchiveClassesAtExit=%NEW%" "-Dbits-tck.ran=%NEW%.ran" -jar "%JAR%" %*
set "CODE=%ERRORLEVEL%"
if exist "%NEW%.ran" if not exist "%ARCHIVE%" move /y "%NEW%" "%ARCHIVE%" >nul 2>&1
del /q "%NEW%" "%NEW%.ran" >nul 2>&1
exit /b %CODE%
