#!/bin/sh
# Any pipeline: check answers against the policy, and leave reports behind.
#   sh gate.sh ANSWERS POLICY [KEPT_RESULT]
# The exit code is the gate's: 0 met, 1 not met, 3 a file was refused, 4 nothing was assessed.
set -u

answers=$1
policy=$2
kept=${3:-}

# The reports name practices that are not met: keep them where only those concerned can read.
umask 077
reports=${CSSA_REPORTS:-gate-reports}
mkdir -p "$reports"

set -- --policy "$policy" -o "junit=$reports/gate.xml" -o "json=$reports/gate.json"
if [ -n "$kept" ]; then
  set -- "$@" --previous "$kept"
fi
if [ -n "${CSSA_AS_OF:-}" ]; then
  set -- "$@" --as-of "$CSSA_AS_OF"
fi
export CSSA_TZ="${CSSA_TZ:-Asia/Tokyo}"   # whose today it is, where no date is given
exec cssa gate "$answers" "$@"
