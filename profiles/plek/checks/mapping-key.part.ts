import type { Facts } from '#check'

/** The attribute that is the key of a person; externalId where nothing was said. */
export const keyOf = ({ parameters }: Facts): string => parameters?.mappingKey ?? 'externalId'
