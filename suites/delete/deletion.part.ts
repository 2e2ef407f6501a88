import { type Act, isSuccess } from '#check'
import type { Exchange } from '#scim'

/** A user of the check's own, deleted: what comes after can only be tried where that worked. */
export async function deleteUser({ given, send, blocked }: Pick<Act, 'given' | 'send' | 'blocked'>) {
  const user = await given('User')
  const gone = await send({ method: 'DELETE', path: user.path })
  if (!isSuccess(gone)) blocked('the DELETE itself was refused')
  return { user, gone }
}

/** The id of the deleted resource as it stands in the path, percent-encoded. */
export const deletedId = ({ request }: Exchange): string => request.path.split('/').at(-1) ?? ''
