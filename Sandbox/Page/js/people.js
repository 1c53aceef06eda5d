// The members one can be at this page. Their ids and tokens are the sandbox's own, the same at every start.

const seeded = [
  { name: 'alice', id: '563000000000000001', rank: 'owner' },
  { name: 'bob', id: '563000000000000002' },
  { name: 'carol', id: '563000000000000003' },
  { name: 'dave', id: '563000000000000004' },
];
const key = 'arena-sandbox-member';

const withToken = person => ({ ...person, token: `sandbox-${person.name}` });

/** The seeded four, and whoever the address names with `?as=` (a member that was made for a test). */
export function people() {
  const named = asked();
  const all = named && !seeded.some(person => person.name === named) ? [...seeded, { name: named, id: '0' }] : seeded;
  return all.map(withToken);
}

const asked = () => /^[\w-]{1,40}$/.exec(new URLSearchParams(location.search).get('as') ?? '')?.[0];

/** Each tab remembers its own member, so that two tabs can be two people. */
export function rememberedPerson() {
  const all = people();
  const name = sessionStorage.getItem(key) ?? asked();
  return all.find(person => person.name === name) ?? all[0];
}

export const remember = person => sessionStorage.setItem(key, person.name);
