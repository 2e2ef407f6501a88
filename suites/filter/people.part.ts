import type { Act, Made } from '#check'

type Sharing = Pick<Act, 'address' | 'shared' | 'sharedMark'>

/** What the addresses of `withTwoAddresses` begin with, both and each. */
interface Addresses {
  readonly both: string
  readonly work: string
  readonly home: string
}

/** The user that most filters are tried on. Nobody may write to it. */
export function anybody({ shared }: Sharing): Promise<Made> {
  return shared('User')
}

/** A user that is not `anybody`, told apart by `name`. */
export function another({ address, shared, sharedMark }: Sharing, name: string): Promise<Made> {
  return shared('User', { userName: address(sharedMark(name)) })
}

/** A user with this displayName. */
export function called({ shared }: Sharing, displayName: string): Promise<Made> {
  return shared('User', { displayName })
}

/** A user with an address at work, which is the primary one, and one at home. */
export async function withTwoAddresses(act: Sharing): Promise<{ made: Made; starts: Addresses }> {
  const both = act.sharedMark('adresse')
  const starts = { both, work: `${both}.jobb`, home: `${both}.hjemme` }
  const emails = [
    { value: `${starts.work}@scim-test.example`, type: 'work', primary: true },
    { value: `${starts.home}@scim-test.example`, type: 'home' },
  ]
  return { starts, made: await act.shared('User', { emails }) }
}
