import { reading } from '#check'

/** A target may do without the query endpoint at its root. */
const ABSENT = [404, 405, 501, 403].map((status) => reading('AMB-086/absent', status))

/** Or without some of the operators that filters have (AMB-074). */
export const ABSENT_OR_LIMITED = [...ABSENT, reading('AMB-074/operator-unsupported', 400)]
