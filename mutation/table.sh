#!/bin/sh
# Writes what PIT found into docs/proof.md: mutation/table.sh [mutations.xml...]
set -e
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- mutation/target/pit-reports/mutations.xml
exec java -cp mutation/target/classes org.bitstck.mutation.MutantTable \
  . docs/proof.md mutation/explained.md "$@"
