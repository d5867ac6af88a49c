/**
 * What a backup holds of a table. `rows` and `hash` say what is in it: the number of rows, and the sum
 * over them of 60 bits of the SHA-256 of each, which does not depend on their order.
 * @typedef {{ name: string, columns: string[] }} Table
 * @typedef {Record<string, { rows: string, hash: string }>} Contents by table
 * @typedef {import('pg').Client} Client
 */

/** Makes values read the same in every session, so that they can be compared. */
const SAME_TEXT = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
  set bytea_output = 'hex'; set extra_float_digits = 1; set client_encoding = 'UTF8';
  set search_path = public; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`

/** @param {Client} client */
export async function readPlainly(client) {
  await client.query(SAME_TEXT)
}

/**
 * The tables of the schema `public`, each after those that it refers to; the columns that are stored
 * and not computed.
 * @param {Client} client
 * @returns {Promise<Table[]>}
 */
export async function listTables(client) {
  const { rows } = await client.query(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum) as columns,
       array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`,
  )
  return inOrder(rows).map(({ name, columns }) => ({ name, columns }))
}

/**
 * @template {{ name: string, needs: string[] }} T
 * @param {T[]} tables
 * @returns {T[]} each after those that it needs
 */
export function inOrder(tables) {
  /** @type {T[]} */
  const sorted = []
  let left = tables
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name))
    const free = left.filter(({ needs }) => !needs.some((need) => names.has(need)))
    if (free.length === 0) throw new Error(`These tables refer to each other: ${[...names]}`)
    sorted.push(...free)
    left = left.filter((table) => !free.includes(table))
  }
  return sorted
}

/** @param {Client} client @param {Table[]} tables @returns {Promise<Contents>} */
export async function contentsOf(client, tables) {
  /** @type {Contents} */
  const contents = {}
  for (const { name, columns } of tables) {
    const { rows } = await client.query(
      `select count(*)::text as rows, coalesce(sum(('x' || left(encode(sha256(convert_to(
         row(${names(columns)})::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint), 0)::text as hash
       from ${quoted(name)}`,
    )
    contents[name] = rows[0]
  }
  return contents
}

/** Where each sequence stands. @param {Client} client @returns {Promise<Record<string, string>>} */
export async function sequencesOf(client) {
  const { rows } = await client.query(
    `select sequencename as name, last_value::text as at from pg_sequences
     where schemaname = 'public' and last_value is not null`,
  )
  return Object.fromEntries(rows.map(({ name, at }) => [name, at]))
}

/** @param {Table} table @returns {string} as COPY names it */
export function copied({ name, columns }) {
  return `${quoted(name)} (${names(columns)})`
}

/** @param {string} name */
export function quoted(name) {
  return `"${name.replaceAll('"', '""')}"`
}

/** @param {string[]} columns */
function names(columns) {
  return columns.map(quoted).join(', ')
}
