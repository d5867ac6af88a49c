import { z } from 'zod'

/* Days and moments as clients send them. The year 0 is none to the database, and an answer of 9999 none to anybody. */

const isOurs = (text: string) => /^(19|20|21)/.test(text)
const NOT_OURS = 'is not of our time: 1900 to 2199'

/** YYYY-MM-DD */
export const day = z.iso.date().refine(isOurs, NOT_OURS)

/** ISO 8601, UTC */
export const moment = z.iso.datetime().refine(isOurs, NOT_OURS)
