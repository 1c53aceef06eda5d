// Puts the page together: one store, one session at a time, and the parts that show it.

import { Actions } from './actions.js';
import { Channels } from './channels.js';
import { Composer } from './composer.js';
import { showConnection } from './connection.js';
import { byId } from './dom.js';
import { startDrawers } from './drawers.js';
import { Members } from './members.js';
import { MessageList } from './messages.js';
import { openModal } from './modal.js';
import { remember, rememberedPerson } from './people.js';
import { closePopover } from './popover.js';
import { Session } from './session.js';
import { Store } from './state.js';
import { startTheme } from './theme.js';
import { startTicking } from './timestamps.js';
import { showTyping } from './typing.js';
import { startWelcome } from './welcome.js';

const store = new Store();
let session;

const actions = new Actions(store, () => session);
const composer = new Composer(store, actions);
actions.composer = composer;
byId('composer-host').replaceWith(composer.element);

new MessageList(store, actions);
const members = new Members(store, { current: rememberedPerson(), onSwitch: become });
const drawers = startDrawers();
new Channels(store, id => {
  drawers.close();
  session.open(id);
});

startTheme();
startTicking();
showConnection(store);
showTyping(store);
actions.onCommand = startWelcome(() => composer.beginCommand('battle'));

function become(person) {
  session?.end();
  closePopover();
  document.querySelectorAll('dialog[open]').forEach(dialog => dialog.close());
  remember(person);
  members.switched(person);
  // The reset empties what the previous member saw, their ephemeral messages with it.
  session = new Session(person, store, {
    preferredChannel: () => location.hash.slice(1),
    openModal: (modal, target) => openModal(modal, data => actions.submitModal(modal, target, data)),
  });
  document.documentElement.dataset.member = person.name;
}

store.addEventListener('selected', () => {
  if (store.selectedId && location.hash.slice(1) !== store.selectedId) history.pushState(null, '', `#${store.selectedId}`);
});
window.addEventListener('popstate', () => session.open(location.hash.slice(1)));

// Files dropped anywhere go into the message being written.
window.addEventListener('dragover', event => event.preventDefault());
window.addEventListener('drop', event => {
  event.preventDefault();
  const files = [...event.dataTransfer.files];
  if (files.length > 0) composer.addFiles(files);
});

// Whoever starts typing while nothing has the keyboard means the composer.
document.addEventListener('keydown', event => {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && (document.activeElement === document.body || document.activeElement === null)) composer.focus();
});

become(rememberedPerson());
