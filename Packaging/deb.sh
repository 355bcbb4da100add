#!/bin/sh
# Makes the Debian packages dateline and datelined of programs that are built already.
# usage: Packaging/deb.sh FOLDER-OF-THE-PROGRAMS OUTPUT [VERSION]        (run in the checkout)
# OUTPUT/man and OUTPUT/completion, if they are there, go into the packages: man pages NAME.SECTION, and completions
# bash, zsh and fish. DEB_LEVEL=1 compresses less, for a quick try. The version is that of the newest entry of Packaging/debian/changelog.
set -eu
umask 022
programs=$1
output=$2
newest=$(sed -n '1s/^[^(]*(\([^)]*\)).*/\1/p' Packaging/debian/changelog)
version=${3:-$newest}
arch=$(dpkg --print-architecture)
here=$PWD/Packaging
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir -p "$output" "$work/debian"
output=$(cd "$output" && pwd)
cp "$here/debian/control.in" "$work/debian/control"

# Programs, tables, units, settings: as `make install` lays them out, a package each.
client=$work/dateline
daemon=$work/datelined
install -d "$client/usr/bin" "$daemon/usr/bin" "$daemon/usr/share/dateline/gazetteers" \
    "$daemon/lib/systemd/system" "$daemon/etc/dateline"
install -m 755 "$programs/dateline" "$client/usr/bin"
install -m 755 "$programs/datelined" "$daemon/usr/bin"
strip --remove-section=.comment --remove-section=.note "$client/usr/bin/dateline" "$daemon/usr/bin/datelined"
install -m 644 index/gazetteers/*.tsv "$daemon/usr/share/dateline/gazetteers"
install -m 644 index/tagger.model index/spelling-variants.tsv "$daemon/usr/share/dateline"
install -m 644 Packaging/systemd/datelined.service Packaging/systemd/datelined.socket "$daemon/lib/systemd/system"
install -m 644 Packaging/datelined.conf "$daemon/etc/dateline"

man() {
    [ -d "$output/man" ] || return 0
    for page in "$output/man"/$1; do
        [ -e "$page" ] || continue
        folder=$2/usr/share/man/man${page##*.}
        install -d "$folder"
        gzip -9nc "$page" > "$folder/${page##*/}.gz"
    done
}
man 'dateline*.1' "$client"
man 'datelined.8' "$daemon"
if [ -d "$output/completion" ]; then
    completion() {
        [ -s "$output/completion/$1" ] || return 0
        install -d "$client/${2%/*}"
        sed '1{/^#!/d}' "$output/completion/$1" > "$client/$2"
    }
    completion bash usr/share/bash-completion/completions/dateline
    completion zsh usr/share/zsh/vendor-completions/_dateline
    completion fish usr/share/fish/vendor_completions.d/dateline.fish
fi

for package in dateline datelined; do
    root=$work/$package
    doc=$root/usr/share/doc/$package
    install -d "$root/DEBIAN" "$doc"
    sed "1s/(.*)/($version)/" Packaging/debian/changelog | gzip -9nc > "$doc/changelog.gz"
    install -m 644 Packaging/debian/copyright "$doc"
    if [ -e "$here/debian/$package.lintian-overrides" ]; then
        install -D -m 644 "$here/debian/$package.lintian-overrides" "$root/usr/share/lintian/overrides/$package"
    fi
    for script in postinst prerm postrm; do
        [ ! -e "$here/debian/$package.$script" ] || \
            install -m 755 "$here/debian/$package.$script" "$root/DEBIAN/$script"
    done
    # The libraries that the program is linked with, by the packages that they are in.
    depends=$(cd "$work" && dpkg-shlibdeps -O "$package/usr/bin/$package" | sed -n 's/^shlibs:Depends=//p')
    {
        awk -v wanted="$package" 'BEGIN { RS = ""; FS = "\n" } $1 == "Package: " wanted' "$work/debian/control" |
            sed -e "s/^Architecture: any$/Architecture: $arch/" -e "s/\${shlibs:Depends}/$depends/" \
                -e "1a Source: dateline\nVersion: $version\nSection: text\nPriority: optional" \
                -e "1a $(grep '^Maintainer:' "$work/debian/control")" \
                -e "1a Installed-Size: $(du -sk --apparent-size "$root" | cut -f1)" | grep -v '^Source: dateline$'
        if [ "$package" = datelined ]; then echo 'Source: dateline'; fi
    } > "$work/control"
    # The description has to come last, for it goes on to the end.
    { grep -v '^Description:\|^ ' "$work/control"; sed -n '/^Description:/p; /^ /p' "$work/control"; } \
        > "$root/DEBIAN/control"
    if [ -d "$root/etc" ]; then (cd "$root" && find etc -type f -printf '/%p\n') > "$root/DEBIAN/conffiles"; fi
    (cd "$root" && find usr lib -type f -print0 2>/dev/null | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
    dpkg-deb --root-owner-group -Zxz -z"${DEB_LEVEL:-6}" -b "$root" "$output/${package}_${version}_$arch.deb" >/dev/null
    echo "$output/${package}_${version}_$arch.deb"
done
