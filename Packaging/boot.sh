#!/bin/sh
# Boots a clean Debian with systemd, installs the packages, and has systemd start, restart, reload, stop and activate the daemon.
# usage: Packaging/boot.sh FOLDER-WITH-PACKAGES        (run in the checkout, as root; needs mmdebstrap and systemd-nspawn)
# The root is made in a temporary folder; what runs in it has namespaces of its own and no network.
set -eu
packages=$(cd "$1" && pwd)
[ "$(id -u)" = 0 ] || { echo "run this as root" >&2; exit 2; }
. /etc/os-release
place=$(mktemp -d)
trap 'rm -rf --one-file-system "$place"' EXIT
root=$place/root

echo "making a root of Debian $VERSION_CODENAME"
mmdebstrap --quiet --variant=minbase --mode=root --include=systemd,systemd-sysv,dbus,curl "$VERSION_CODENAME" "$root"
mkdir "$root/test"
cp "$packages"/*.deb "$root/test"
cp -r seeds "$root/test/seeds"
cp /etc/resolv.conf "$root/etc/resolv.conf"
chroot "$root" sh -c 'export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -qq -y -o Dpkg::Use-Pty=0 /test/*.deb >/dev/null 2>&1'

cat > "$root/test/run" <<'RUN'
#!/bin/sh
exec > /test/log 2>&1
export LC_ALL=C DATELINE_SOCKET=/run/dateline/socket
trap 'systemctl poweroff' EXIT
set -eu
is() { [ "$2" = "$3" ] || { echo "failed: $1 is $2, not $3"; exit 1; }; }
active() { systemctl is-active "$1" || true; }
pid() { systemctl show --property MainPID --value datelined.service; }
found() { dateline count --no-start lander; }
until_active() {
    for _ in $(seq 100); do
        if [ "$(active datelined.service)" = active ]; then return; fi
        sleep 0.1
    done
}

is "the service after the boot" "$(active datelined.service)" active
is "the socket after the boot" "$(active datelined.socket)" active
dateline index --no-start /test/seeds
is "what is found" "$(found)" 4

before=$(pid)
systemctl reload datelined.service
is "what is found after a reload" "$(found)" 4
is "the process after a reload" "$(pid)" "$before"

kill -9 "$before"
sleep 1
until_active
is "the service after a kill" "$(active datelined.service)" active
is "what is found after a kill" "$(found)" 4

systemctl stop datelined.service datelined.socket
is "the service when stopped" "$(active datelined.service)" inactive
systemctl start datelined.socket
is "the service with its socket alone" "$(active datelined.service)" inactive
is "what the first request finds" "$(found)" 4
is "the service after a request" "$(active datelined.service)" active

systemctl restart datelined.service
is "what is found after a restart" "$(found)" 4
is "the failed units" "$(systemctl list-units --failed --no-legend)" ""
# The daemon's own lines begin with the time. The runtime complains where it may not give a thread more than the usual priority.
journalctl --no-pager --output cat --identifier datelined | grep -vE '^[0-9-]+T|^Failed to set thread priority' > /test/odd || true
is "what the journal has besides" "$(cat /test/odd)" ""
echo "all is well"
RUN
chmod +x "$root/test/run"
cat > "$root/etc/systemd/system/test.service" <<'UNIT'
[Unit]
After=multi-user.target
[Service]
ExecStart=/test/run
UNIT
mkdir -p "$root/etc/systemd/system/multi-user.target.wants"
ln -s ../test.service "$root/etc/systemd/system/multi-user.target.wants/test.service"

echo "booting it"
# A host with the old hierarchy of control groups has to say so.
[ -e /sys/fs/cgroup/cgroup.controllers ] || export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=0
timeout 300 systemd-nspawn --quiet --private-network --register=no --keep-unit --boot --directory "$root" \
    > "$place/boot" 2>&1 < /dev/null || { cat "$place/boot" >&2; exit 1; }
cat "$root/test/log"
tail -n 1 "$root/test/log" | grep -q '^all is well$'
