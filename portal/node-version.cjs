// Whether this Node.js is one that the tools of the portal run on; the range is that of package.json. Started as a
// program it says so with its exit code. Plain syntax on purpose: an old Node.js has to understand it, too.
const range = require('./package.json').engines.node;

/** @param version such as 22.12.0 */
function fits(version) {
  const is = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const match = /^(\^|>=)(\d+)\.(\d+)\.(\d+)$/.exec(part.trim());
    if (!match) throw new Error('package.json names Node.js in a way this check does not read: ' + part);
    const least = match.slice(2).map(Number);
    const differing = least.findIndex((number, i) => number !== is[i]);
    const enough = differing === -1 || is[differing] > least[differing];
    return enough && (match[1] === '>=' || is[0] === least[0]);
  });
}

module.exports = { fits };
if (require.main === module) process.exit(fits(process.versions.node) ? 0 : 1);
