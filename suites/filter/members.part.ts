import type { Act, Made } from '#check'

/** A group that nobody may write to, with two members that are in no other. */
export async function groupOfTwo({
  address,
  shared,
  sharedMark,
}: Pick<Act, 'address' | 'shared' | 'sharedMark'>): Promise<{ group: Made; first: Made; second: Made }> {
  const member = (name: string) => shared('User', { userName: address(sharedMark(name)) })
  const [first, second] = [await member('medlem-1'), await member('medlem-2')]
  const members = [{ value: first.id }, { value: second.id }]
  return { first, second, group: await shared('Group', { displayName: sharedMark('Byggesak'), members }) }
}
