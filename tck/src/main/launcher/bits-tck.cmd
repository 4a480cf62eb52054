@echo off
rem Starts the kit faster than 'java -jar' does; the shell script beside it says how and why.
rem   JAVA_HOME, JAVA_OPTS: as there
setlocal
set "JAR=%~dp0bits-tck.jar"
set "ARCHIVE=%~dp0bits-tck.jsa"
for %%F in (java.exe) do set "JAVA=%%~$PATH:F"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" (
  echo bits-tck: there is no java.exe: install JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)
set "HEAP=-Xms64m -Xmn32m"
if /i "%~1"=="prove" set "HEAP=-Xms320m -Xmn160m"
set "FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC %HEAP% -Xshare:auto -Xlog:disable %JAVA_OPTS%"
if not exist "%ARCHIVE%" goto plain
"%JAVA%" %FLAGS% "-XX:SharedArchiveFile=%ARCHIVE%" -cp "%JAR%" org.bitstck.cli.Main %*
exit /b %ERRORLEVEL%

:plain
"%JAVA%" %FLAGS% -cp "%JAR%" org.bitstck.cli.Main %*
exit /b %ERRORLEVEL%
