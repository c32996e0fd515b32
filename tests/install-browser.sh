#!/bin/sh
# Debian packages that only the browser tests need. Without root they are skipped, and the tests say so.
set -eu
command -v chromium >/dev/null 2>&1 && fc-list 2>/dev/null | grep -qi "lohit" && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "browser tests will be skipped: install chromium fonts-noto-core fonts-lohit-deva fontconfig" >&2
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y --no-install-recommends chromium fonts-noto-core fonts-lohit-deva fontconfig >/dev/null
