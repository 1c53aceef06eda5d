// Ids carry their moment; they are larger than what a JavaScript number holds, so they stay strings.

const epoch = 1420070400000n;

/** Negative when `a` is older than `b`. */
export function compareIds(a, b) {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

export function timeOfId(id) {
  return Number((BigInt(id) >> 22n) + epoch);
}

let last = 0n;

/** A nonce in the form that clients send: a snowflake of this moment, never the same twice. */
export function newNonce() {
  const now = (BigInt(Date.now()) - epoch) << 22n;
  last = now > last ? now : last + 1n;
  return last.toString();
}
