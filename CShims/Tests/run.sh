#!/bin/sh
# Builds the shim and its tests with AddressSanitizer (leaks included) and UndefinedBehaviorSanitizer and runs them;
# then checks that a library built from the shim exports what the header declares and nothing else of the shim's.
# Usage: run.sh [BUILD-FOLDER]     CC and CXX choose the compilers (gcc and g++ unless set).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
shim=$here/../CXapian
build=${1:-$(mktemp -d)}
mkdir -p "$build"
flags="-pthread -g -O1 -Wall -Wextra -Werror -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"

objects=
for source in "$shim"/*.cc "$here"/guard_test.cc; do
    object=$build/$(basename "$source").o
    ${CXX:-g++} -std=c++17 -fPIC $flags -I"$shim/include" -c "$source" -o "$object"
    objects="$objects $object"
done
for source in "$here"/*.c; do
    object=$build/$(basename "$source").o
    ${CC:-gcc} -std=c11 -D_DEFAULT_SOURCE $flags -I"$shim/include" -c "$source" -o "$object"
    objects="$objects $object"
done
${CXX:-g++} $flags $objects -lxapian -o "$build/cxapian_test"
rm -rf "$build/databases"
mkdir "$build/databases"
# Xapian 1.4.22's own check deletes a table under another type than it was made with; nothing of ours is in that check.
ASAN_OPTIONS=detect_leaks=1:new_delete_type_mismatch=0 "$build/cxapian_test" "$build/databases"
rm -rf "$build/databases"

bulk=$here/../CGlassBulk
mkdir "$build/databases"
${CXX:-g++} -std=c++17 $flags -I"$bulk/include" "$bulk"/*.cc "$here"/bulk_*.cc "$here/merge_test.cc" -lxapian -ldeflate -o "$build/bulk_test"
ASAN_OPTIONS=detect_leaks=1:new_delete_type_mismatch=0 "$build/bulk_test" "$build/databases"
rm -rf "$build/databases"

${CXX:-g++} -std=c++17 -fPIC -shared -I"$shim/include" "$shim"/*.cc -lxapian -o "$build/libcxapian.so"
grep -o 'cxapian_[a-z_]*(' "$shim/include/CXapian.h" | tr -d '(' | sort -u > "$build/declared"
nm -D --defined-only "$build/libcxapian.so" | awk '/cxapian/ { print $3 }' | sort -u > "$build/exported"
diff "$build/declared" "$build/exported"
${CXX:-g++} -std=c++17 -fPIC -pthread -shared -I"$bulk/include" "$bulk"/*.cc -ldeflate -o "$build/libcglassbulk.so"
grep -o 'cglassbulk_[a-z_]*(' "$bulk/include/CGlassBulk.h" | tr -d '(' | sort -u > "$build/declared"
nm -D --defined-only "$build/libcglassbulk.so" | awk '/cglassbulk_/ { print $3 }' | grep -v '^_Z' | sort -u > "$build/exported"
diff "$build/declared" "$build/exported"
echo "symbols: ok"
