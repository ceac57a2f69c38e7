#!/bin/sh
# Installs the Debian packages that a target needs, when they are missing and we may;
# else says exactly what to install.
#   install-packages.sh demo|test|fuzz|docs
set -eu

demo="libyaml-dev libcurl4-openssl-dev libcjson-dev libmicrohttpd-dev"
fuzz="libclang-rt-dev"
docs="doxygen"
test="$demo libcmocka-dev libnghttp2-dev libgnutls28-dev nghttp2-proxy valgrind clang g++ locales libuv1-dev libevent-dev cmake meson ninja-build pkgconf mandoc openssl curl unicode-data"

case ${1-} in
demo) wanted=$demo ;;
test) wanted=$test ;;
fuzz) wanted="$test $fuzz" ;;
docs) wanted=$docs ;;
*) echo "usage: install-packages.sh demo|test|fuzz|docs" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null 2>&1; then
	echo "oac: this is no Debian; make sure that these are installed: $wanted" >&2
	exit 0
fi
missing=
for package in $wanted; do
	status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
	[ "$status" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
	sudo=
elif sudo -n true 2>/dev/null; then
	sudo="sudo -n"
else
	echo "oac: these packages are missing; install them with: sudo apt-get install$missing" >&2
	exit 1
fi
echo "oac: installing$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { $sudo apt-get update && $sudo apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
	tail -n 20 "$log" >&2
	echo "oac: could not install them; try: apt-get install$missing" >&2
	exit 1
fi
