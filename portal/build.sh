#!/bin/sh
# What Maven calls: finds Node.js and npm, or says plainly what to install.
set -eu
cd "$(dirname "$0")"
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "The portal needs Node.js 20.19 or newer with npm on the PATH, and they were not found." >&2
  echo "Install them (for example: apt-get install nodejs npm) and run the build again." >&2
  exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  echo "The portal needs Node.js 20.19 or newer; this is $(node --version)." >&2
  exit 1
fi
exec node build.mjs "$@"
