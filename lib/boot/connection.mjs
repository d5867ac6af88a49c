/**
 * Runs `work` on one connection of its own.
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  // A connection that breaks later fails its query; without a listener it would end the process as well.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * @param {string} url
 * @returns {Promise<{ code: string, message: string } | null>} null when it does, else why not
 */
export async function canLogIn(url) {
  try {
    await withClient(url, (client) => client.query('select 1'))
    return null
  } catch (error) {
    const { code = '', message } = /** @type {Error & { code?: string }} */ (error)
    return { code, message: message || code }
  }
}

/** Makes the database that the URL names, from the server's own `postgres`. @param {string} url */
export async function createDatabase(url) {
  const admin = new URL(url)
  const name = decodeURIComponent(admin.pathname.slice(1))
  admin.pathname = '/postgres'
  await withClient(admin.href, (client) =>
    client.query(`create database ${client.escapeIdentifier(name)}`),
  )
}

/** A database without its password, for people to read. @param {string} url */
export function describe(url) {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}
