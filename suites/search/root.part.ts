import { reading } from '#check'

/** A target may do without the query endpoint at its root. */
export const ABSENT = [404, 405, 501, 403].map((status) => reading('AMB-086/absent', status))
