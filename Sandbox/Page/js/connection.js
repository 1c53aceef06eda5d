// How the live connection does, in the corner always and above the messages when it is lost.

import { byId, el, replace } from './dom.js';

const words = { connecting: 'Connecting…', live: 'Live', reconnecting: 'Reconnecting…', refused: 'Not connected' };
const notices = {
  reconnecting: 'The connection to the sandbox is lost. The page tries again until it is back.',
  refused: 'The sandbox does not know this member. Choose another.',
};

export function showConnection(store) {
  const draw = () => {
    const corner = byId('connection');
    corner.dataset.status = store.status;
    replace(corner, el('i', { 'aria-hidden': 'true' }), words[store.status]);
    const notice = byId('notice');
    notice.textContent = notices[store.status] ?? '';
    notice.hidden = !notices[store.status];
  };
  store.addEventListener('status', draw);
  draw();
}
