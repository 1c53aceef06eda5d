// The live connection: identify with the member's token, heartbeat, resume after a drop, a new session when resuming is refused.

const opcode = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalidSession: 9, hello: 10, acknowledged: 11 };
// Authentication failed, invalid shard, sharding required, invalid version, invalid intents, disallowed intents: trying again cannot help.
const final = new Set([4004, 4010, 4011, 4012, 4013, 4014]);
const everyIntent = (1 << 26) - 1 & ~(1 << 17 | 1 << 18 | 1 << 19 | 1 << 22 | 1 << 23);

/** Says `dispatch` ({name, data}) and `status` ("connecting", "live", "reconnecting", "refused"). */
export class Gateway extends EventTarget {
  #token;
  #address;
  #socket;
  #heartbeat;
  #acknowledged = true;
  #sequence = null;
  #session;
  #resumeAddress;
  #failures = 0;
  #retry;
  #closed = false;

  constructor(token, address) {
    super();
    this.#token = token;
    this.#address = address;
    this.#open();
  }

  get sessionId() { return this.#session; }

  close() {
    this.#closed = true;
    clearTimeout(this.#retry);
    this.#stopHeartbeat();
    this.#socket?.close(1000);
  }

  #open() {
    this.#say(this.#failures === 0 && !this.#session ? 'connecting' : 'reconnecting');
    const address = new URL(this.#session && this.#resumeAddress ? this.#resumeAddress : this.#address);
    address.searchParams.set('v', '10');
    address.searchParams.set('encoding', 'json');
    const socket = this.#socket = new WebSocket(address);
    socket.addEventListener('message', event => {
      if (socket === this.#socket) this.#receive(JSON.parse(event.data));
    });
    socket.addEventListener('close', event => {
      if (socket === this.#socket) this.#lost(event.code);
    });
  }

  #receive({ op, d: data, s: sequence, t: name }) {
    if (sequence !== null && sequence !== undefined) this.#sequence = sequence;
    switch (op) {
      case opcode.hello:
        this.#startHeartbeat(data.heartbeat_interval);
        this.#introduce();
        break;
      case opcode.heartbeat:
        this.#send(opcode.heartbeat, this.#sequence);
        break;
      case opcode.acknowledged:
        this.#acknowledged = true;
        break;
      case opcode.reconnect:
        this.#drop();
        break;
      case opcode.invalidSession:
        if (!data) this.#forgetSession();
        this.#drop();
        break;
      case opcode.dispatch:
        this.#dispatch(name, data);
        break;
    }
  }

  #dispatch(name, data) {
    if (name === 'READY') {
      this.#session = data.session_id;
      this.#resumeAddress = data.resume_gateway_url;
    }
    this.dispatchEvent(new CustomEvent('dispatch', { detail: { name, data } }));
    if (name === 'READY' || name === 'RESUMED') {
      this.#failures = 0;
      this.#say('live');
    }
  }

  #introduce() {
    if (this.#session) {
      this.#send(opcode.resume, { token: this.#token, session_id: this.#session, seq: this.#sequence });
    } else {
      this.#send(opcode.identify, {
        token: this.#token,
        intents: everyIntent,
        properties: { os: 'browser', browser: 'sandbox page', device: 'sandbox page' },
      });
    }
  }

  #startHeartbeat(interval) {
    this.#stopHeartbeat();
    this.#acknowledged = true;
    const beat = () => {
      if (!this.#acknowledged) return this.#drop();
      this.#acknowledged = false;
      this.#send(opcode.heartbeat, this.#sequence);
      this.#heartbeat = setTimeout(beat, interval);
    };
    this.#heartbeat = setTimeout(beat, interval * Math.random());
  }

  #stopHeartbeat() {
    clearTimeout(this.#heartbeat);
  }

  #send(op, data) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ op, d: data }));
  }

  /** Gives up this socket at once; its own close event may come much later when the other side is silent. */
  #drop() {
    const socket = this.#socket;
    this.#lost(0);
    socket.close(4000);
  }

  #lost(code) {
    this.#socket = undefined;
    this.#stopHeartbeat();
    if (this.#closed) return;
    if (final.has(code)) return this.#say('refused');
    // Invalid sequence, session timed out.
    if (code === 4007 || code === 4009) this.#forgetSession();
    this.#say('reconnecting');
    const wait = Math.min(10_000, 250 * 2 ** this.#failures++) * (0.75 + Math.random() / 2);
    this.#retry = setTimeout(() => this.#open(), wait);
  }

  #forgetSession() {
    this.#session = undefined;
    this.#sequence = null;
  }

  #say(status) {
    this.dispatchEvent(new CustomEvent('status', { detail: status }));
  }
}
