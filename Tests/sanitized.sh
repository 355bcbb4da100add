#!/bin/sh
# Runs the tests under a sanitizer, a module at a time, and shows what it reported, of the tests and of the programs that they start.
#
# usage: sanitized.sh thread|address [MODULE...]
#   MODULE is a folder of Tests; all unless some are named. FILTER names some tests of them (a regular expression).
#   SWIFT chooses the toolchain. Ends with status 1 when a test failed or there is a report.
set -u
kind=$1
shift
checkout=$(cd "$(dirname "$0")/.." && pwd)
cd "$checkout" || exit 1
build=$checkout/.build/sanitize-$kind
reports=$build/reports
swift=${SWIFT:-swift}

mkdir -p "$build"
rm -rf "$reports"
mkdir "$reports"
# Some programs run as other users.
chmod 1777 "$reports"
common=log_path=$reports/report
case $kind in
thread)
  clang -shared -fPIC -O1 -o "$build/tsan-mutex.so" Tests/tsan-mutex.c || exit 1
  export TSAN_OPTIONS="$common:suppressions=$checkout/Tests/tsan.suppressions"
  preload=$build/tsan-mutex.so
  # Without optimization a daemon takes minutes to read its tables.
  options="-c release -Xswiftc -enable-testing"
  ;;
address)
  # The reasons for the options: CShims/Tests/run.sh.
  export ASAN_OPTIONS="$common:detect_leaks=0:new_delete_type_mismatch=0"
  preload=
  options=
  ;;
*)
  echo "usage: sanitized.sh thread|address [MODULE...]" >&2
  exit 2
  ;;
esac

set -- ${*:-$(cd Tests && ls -d *Tests)}
failed=
$swift build --build-tests $options --sanitize "$kind" --scratch-path "$build" || exit 1
for module in "$@"; do
  # The variable is for the tests alone: a compiler does not need it.
  env ${preload:+LD_PRELOAD="$preload"} $swift test --skip-build $options --sanitize "$kind" --scratch-path "$build" \
    --filter "^$module\\.(${FILTER:-.*})" || failed="$failed $module"
done

# Xapian reads beyond the blocks of a damaged table when it checks one. The shim gives it a process of its own for that, and
# takes that one's end for damage.
expected=check_in_child
for report in "$reports"/*; do
  if ! test -e "$report" || grep -q "$expected" "$report"; then continue; fi
  echo "== $report"
  cat "$report"
  failed="$failed $(basename "$report")"
done
if [ -n "$failed" ]; then
  echo "failed:$failed"
  exit 1
fi
echo "$kind: no failure, no report"
