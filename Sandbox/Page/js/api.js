// REST with one member's token: the endpoints that Discord's own clients use, and nothing else.

const root = '/api/v10';

/** What the server refused: its status and its message, with the first field error where it names one. */
export class ApiError extends Error {
  constructor(status, body) {
    super(ApiError.#sentence(status, body));
    this.status = status;
    this.code = body?.code;
  }

  static #sentence(status, body) {
    const field = firstFieldError(body?.errors);
    return field ?? body?.message ?? `The sandbox answered with status ${status}.`;
  }
}

function firstFieldError(errors) {
  if (!errors || typeof errors !== 'object') return undefined;
  if (Array.isArray(errors._errors) && errors._errors[0]?.message) return errors._errors[0].message;
  for (const value of Object.values(errors)) {
    const found = firstFieldError(value);
    if (found) return found;
  }
  return undefined;
}

export class Api {
  #token;

  constructor(token) {
    this.#token = token;
  }

  get(path) { return this.#send('GET', path); }
  post(path, body) { return this.#send('POST', path, body); }
  put(path) { return this.#send('PUT', path); }
  patch(path, body) { return this.#send('PATCH', path, body); }
  delete(path) { return this.#send('DELETE', path); }

  /** A message or an interaction with files, in the multipart form of Discord's documentation. */
  upload(path, payload, files) {
    const form = new FormData();
    form.append('payload_json', JSON.stringify(payload));
    files.forEach((file, index) => form.append(`files[${index}]`, file, file.name));
    return this.#send('POST', path, form);
  }

  async #send(method, path, body) {
    const multipart = body instanceof FormData;
    const headers = { Authorization: this.#token };
    if (body !== undefined && !multipart) headers['Content-Type'] = 'application/json';
    for (let attempt = 0; ; attempt++) {
      const response = await fetch(root + path, {
        method,
        headers,
        body: body === undefined ? undefined : multipart ? body : JSON.stringify(body),
      });
      const answer = await read(response);
      if (response.ok) return answer;
      // A client waits out a rate limit as it is told to; three times in a row is a fault that the member should see.
      if (response.status === 429 && attempt < 3) {
        await delay(1000 * Math.min(30, Number(answer?.retry_after ?? 1)));
        continue;
      }
      throw new ApiError(response.status, answer);
    }
  }
}

async function read(response) {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 200) };
  }
}

export const delay = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
