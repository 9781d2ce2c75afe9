#!/bin/sh
# What Maven calls: finds Node.js and npm, or says plainly what to install.
set -eu
cd "$(dirname "$0")"
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "The portal needs Node.js 20.19 or 22.12 or newer (not 21) with npm on the PATH, and they were not found." >&2
  echo "Install them (for example: apt-get install nodejs npm) and run the build again." >&2
  exit 1
fi
if ! node node-version.cjs; then
  echo "The portal needs Node.js 20.19 or 22.12 or newer (not 21); this is $(node --version)." >&2
  exit 1
fi
exec node build.mjs "$@"
