#!/bin/sh
# debug.sh POD CONTAINER [COMMAND...]: looks into a running pod. Nothing is restarted.
#   debug.sh shop-6d5 shop                            which JVMs there are
#   debug.sh shop-6d5 shop attach 1                   loads tlsleak; the log of the program says what it finds
#   debug.sh shop-6d5 shop dump 1 --open              what it has found, and what is open
#   debug.sh shop-6d5 shop heap 1 --yes               who holds the TLS sessions; loads nothing
# The ephemeral container shares the process namespace of CONTAINER, so that the program is process 1 there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
pod=${1:?usage: debug.sh POD CONTAINER [COMMAND...]}
container=${2:?usage: debug.sh POD CONTAINER [COMMAND...]}
shift 2
exec kubectl debug "$pod" --stdin --tty --image="${TLSLEAK_IMAGE:-tlsleak-debug:1.0.0}" \
  --target="$container" --profile=restricted --custom="$here/debug-profile.yaml" \
  -- java -jar /opt/tlsleak/tlsleak.jar "$@"
