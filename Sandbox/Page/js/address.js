// Addresses of files. The sandbox names itself 127.0.0.1; a page opened as "localhost" asks the same server under its own name.

const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The address as this page may load it; undefined for anything that is not a picture or file on the web. */
export function localAddress(address) {
  let url;
  try {
    url = new URL(address, location.href);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (thisMachine.has(url.hostname) && url.port === location.port) return url.pathname + url.search;
  return url.href;
}
