#!/bin/sh
# Installs, upgrades, removes and purges the Debian packages in a clean root, and runs the programs there.
# usage: Packaging/test.sh FOLDER-WITH-OLD-PACKAGES FOLDER-WITH-NEW-PACKAGES        (run in the checkout, as root)
# The root is made with mmdebstrap in a temporary folder. What runs in it has namespaces of its own, so that no mount
# and no process is left behind.
set -eu
old=$(cd "$1" && pwd)
new=$(cd "$2" && pwd)
[ "$(id -u)" = 0 ] || { echo "run this as root" >&2; exit 2; }
. /etc/os-release
place=$(mktemp -d)
trap 'rm -rf --one-file-system "$place"' EXIT
root=$place/root

echo "making a root of Debian $VERSION_CODENAME"
mmdebstrap --quiet --variant=minbase --mode=root "$VERSION_CODENAME" "$root"
mkdir "$root/test"
cp -r "$old" "$root/test/old"
cp -r "$new" "$root/test/new"
cp -r seeds "$root/test/seeds"
cp /etc/resolv.conf "$root/etc/resolv.conf"

cat > "$root/test/run" <<'RUN'
#!/bin/sh
set -eu
export DEBIAN_FRONTEND=noninteractive LC_ALL=C DATELINE_SOCKET=/run/dateline/socket
fail() { echo "failed: $*" >&2; exit 1; }
is() { [ "$2" = "$3" ] || fail "$1 is $2, not $3"; }
install_from() { apt-get install -qq -y -o Dpkg::Use-Pty=0 --allow-downgrades "$1"/*.deb >/dev/null || fail "install $1"; }
version() { dpkg-query -W -f '${Version}' "$1"; }

# As the unit starts it, for no systemd runs here.
start() {
    install -d -m 755 -o dateline -g dateline /run/dateline
    (cd / && exec setpriv --reuid=dateline --regid=dateline --init-groups \
        datelined --index /var/lib/dateline --socket /run/dateline/socket \
        --config /etc/dateline/datelined.conf) >/tmp/log 2>&1 &
    for _ in $(seq 300); do
        if dateline status --no-start >/dev/null 2>&1; then return; fi
        sleep 0.1
    done
    cat /tmp/log >&2
    fail "the daemon does not answer"
}
stop() {
    kill "$(cat /var/lib/dateline/lock)"
    wait
}

apt-get update -qq
echo "install"
install_from /test/old
is "the owner of /var/lib/dateline" "$(stat -c '%U:%G %a' /var/lib/dateline)" "dateline:dateline 700"
is "the shell of the user" "$(getent passwd dateline | cut -d: -f6-)" "/var/lib/dateline:/usr/sbin/nologin"
dpkg -V dateline datelined || fail "files are not as they were packed"
dateline --version | grep -q '^dateline [0-9].*(commit .*), reply schema [0-9]' || fail "dateline --version"
datelined --version | grep -q '^datelined .*, index schema [0-9]*, Xapian 1' || fail "datelined --version"
! ldd /usr/bin/dateline /usr/bin/datelined | grep 'not found' || fail "a library is missing"
is "the units' programs" "$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' /lib/systemd/system/datelined.service)" /usr/bin/datelined
[ -L /etc/systemd/system/sockets.target.wants/datelined.socket ] || fail "the socket is not enabled"

echo "index, search, backup"
start
dateline --version | grep -q '^datelined .*Xapian' || fail "the daemon's line"
dateline index --base /test /test/seeds >/dev/null 2>&1 || fail "index"
[ "$(dateline export | wc -l)" -gt 20 ] || fail "articles are missing"
found=$(dateline search --format ids abraham accords 2>/dev/null)
[ -n "$found" ] || fail "nothing is found"
dateline backup /tmp/backup.tar 2>/dev/null || fail "backup"
tar -tf /tmp/backup.tar >/dev/null || fail "the backup is no archive"
echo '#slow_ms = 1000 # of mine' >> /etc/dateline/datelined.conf

echo "upgrade"
install_from /test/new
[ "$(version datelined)" != "$(dpkg-deb -f /test/old/datelined_*.deb Version)" ] || fail "the version has not risen"
grep -q 'of mine' /etc/dateline/datelined.conf || fail "the settings were replaced"
stop
start
is "what is found after the upgrade" "$(dateline search --format ids abraham accords 2>/dev/null)" "$found"
stop

echo "restore"
dateline restore --index /tmp/restored /tmp/backup.tar >/dev/null 2>&1 || fail "restore"
datelined --check --index /tmp/restored >/dev/null || fail "the restored index is damaged"

echo "remove"
apt-get remove -qq -y dateline datelined >/dev/null
[ ! -e /usr/bin/dateline ] && [ ! -e /usr/bin/datelined ] && [ ! -e /usr/share/dateline ] || fail "files are left"
[ -d /var/lib/dateline/db ] || fail "the index went with the program"
[ -e /etc/dateline/datelined.conf ] || fail "the settings went with the program"
echo "install again"
install_from /test/new
start
is "what is found after removing" "$(dateline search --format ids abraham accords 2>/dev/null)" "$found"
stop

echo "purge"
apt-get purge -qq -y dateline datelined >/dev/null
left=$(find / -xdev \( -path /proc -o -path /test -o -path /tmp -o -path /run -o -path /var/log -o -path /var/lib/apt -o -path /var/cache \) \
    -prune -o -name '*dateline*' -print)
is "what is left" "$left" ""
dpkg --audit
echo "all is well"
RUN
unshare --mount --pid --fork --kill-child sh -eu -c '
    mount --make-rprivate / && mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && exec chroot "$1" sh /test/run' sh "$root"
