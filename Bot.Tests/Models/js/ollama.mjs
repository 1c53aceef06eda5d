// Somebody else's client of Ollama's API against the demo models at the address given. Prints one JSON object of what it saw.
import { Ollama } from 'ollama';

const ollama = new Ollama({ host: process.argv[2] });
const ask = (model, more) => ollama.chat({ model, messages: [{ role: 'user', content: 'Why does ice float?' }], stream: true, ...more });
const failure = async (work) => {
  try {
    await work();
    return null;
  } catch (error) {
    return { name: error.name, status: error.status_code ?? null, message: error.message };
  }
};
const read = async (stream) => {
  const seen = { text: '', thinking: '', last: null };
  for await (const part of stream) {
    seen.text += part.message.content;
    seen.thinking += part.message.thinking ?? '';
    seen.last = part;
  }
  return seen;
};

const seen = {};
seen.models = (await ollama.list()).models.map((model) => model.name);
seen.family = (await ollama.show({ model: 'owl:7b' })).details.family;
seen.answer = await read(await ask('owl:7b', { think: false }));
seen.whole = (await ollama.chat({ model: 'owl:7b', messages: [{ role: 'user', content: 'What is 6 * 7?' }] })).message.content;
seen.thought = await read(await ask('raven:8b', { think: true }));
seen.generated = (await ollama.generate({ model: 'owl:7b', prompt: 'What is 6 * 7?' })).response;
seen.loaded = (await ollama.ps()).models.map((model) => model.name);
seen.pulled = [];
for await (const line of await ollama.pull({ model: 'acorn-embed:33m', stream: true })) seen.pulled.push(line.status);
seen.lengths = (await ollama.embed({ model: 'acorn-embed:33m', input: ['a b', 'c'] })).embeddings.map((vector) => vector.length);
seen.deleted = (await ollama.delete({ model: 'acorn-embed:33m' })).status;
seen.missing = await failure(() => ollama.chat({ model: 'nope', messages: [{ role: 'user', content: 'x' }] }));
seen.inBand = await failure(async () => read(await ask('fault-error:1b')));
seen.cut = await failure(async () => read(await ask('fault-never-done:1b')));
seen.aborted = await failure(async () => {
  const stream = await ask('fault-endless:1b');
  let parts = 0;
  for await (const _ of stream) if (++parts === 5) stream.abort();
});
console.log(JSON.stringify(seen));
