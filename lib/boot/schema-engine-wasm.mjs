import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { createDatabase, withClient } from './connection.mjs'

/** @typedef {import('@prisma/driver-adapter-utils').SqlDriverAdapter} Connection */

/** The catalog's one-byte type `"char"`. */
const CATALOG_CHAR = 18
/** `char(n)`, which the adapter knows. */
const CHAR_N = 1042

/**
 * The schema engine in WebAssembly, connected through `pg`.
 * @param {string | undefined} url none for what needs no database: validate, format, diff of files
 * @param {string[]} [datamodels] paths of the schema's files
 */
export function makeEngine(url, datamodels = []) {
  /** @type {Promise<any> | undefined} */
  let engine
  const start = () => {
    instantiate()
    const models = datamodels.map((file) => [file, readFileSync(file, 'utf8')])
    const adapter = bindMigrationAwareSqlAdapterFactory(lazyFactory(url ?? ''))
    const options = { datamodels: models.length > 0 ? models : undefined }
    return /** @type {any} */ (bindings.SchemaEngine).new(options, () => {}, adapter)
  }
  return {
    /**
     * @param {string} method as the protocol calls it
     * @param {Record<string, any>} params
     * @returns {Promise<Record<string, any>>}
     */
    async call(method, params) {
      if (method === 'createDatabase') {
        const target = params['datasource'].url ?? url
        await createDatabase(target)
        return { databaseName: decodeURIComponent(new URL(target).pathname.slice(1)) }
      }
      engine ??= start()
      const name = method === 'getDatabaseVersion' ? 'version' : method
      return (await (await engine)[name](params)) ?? {}
    },
  }
}

function instantiate() {
  const entry = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  )
  const bytes = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const imports = /** @type {any} */ ({ './schema_engine_bg.js': bindings })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports)
  const { __wbg_set_wasm: set } = /** @type {any} */ (bindings)
  set(exports)
  const { __wbindgen_start: begin } = /** @type {any} */ (exports)
  begin()
}

/** Connects at the first query, so that a diff between files needs no database. @param {string} url */
function lazyFactory(url) {
  const factory = new PrismaPg({ connectionString: url })
  const { provider, adapterName } = factory
  return /** @type {any} */ ({
    provider,
    adapterName,
    connectToShadowDb: () => shadow(url),
    async connect() {
      /** @type {Promise<Connection> | undefined} */
      let connection
      const real = () => (connection ??= factory.connect().then(knowCatalogChar))
      return {
        provider,
        adapterName,
        getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
        dispose: async () => (await connection)?.dispose(),
        /** @param {any} query */
        queryRaw: async (query) => (await real()).queryRaw(query),
        /** @param {any} query */
        executeRaw: async (query) => (await real()).executeRaw(query),
        /** @param {string} script */
        executeScript: async (script) => (await real()).executeScript(script),
        /** @param {any} level */
        startTransaction: async (level) => (await real()).startTransaction(level),
      }
    },
  })
}

/**
 * A database for trying migrations out, dropped after. The adapter's own method gives `pg` an
 * address and a name together; the address wins there, and the trial would run on the main database.
 * @param {string} url
 */
async function shadow(url) {
  const address = new URL(url)
  const name = `prisma_migrate_shadow_db_${randomUUID()}`
  address.pathname = `/${name}`
  await createDatabase(address.href)
  const connection = knowCatalogChar(
    await new PrismaPg({ connectionString: address.href }).connect(),
  )
  const close = connection.dispose.bind(connection)
  connection.dispose = async () => {
    await close()
    address.pathname = '/postgres'
    await withClient(address.href, (client) =>
      client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
    )
  }
  return connection
}

/**
 * Teaches a connection the catalog's `"char"`, which introspection selects: the adapter refuses it, and
 * the engine panics when it comes as a text.
 * @template {Connection} T
 * @param {T} connection
 * @returns {T}
 */
function knowCatalogChar(connection) {
  const adapter = /** @type {any} */ (connection)
  /** Where each query's answer has such columns. @type {WeakMap<object, number[]>} */
  const places = new WeakMap()
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.performIO = async (/** @type {object} */ query) => {
    const result = await performIO(query)
    const found = [...result.fields.keys()].filter(
      (i) => result.fields[i].dataTypeID === CATALOG_CHAR,
    )
    places.set(query, found)
    for (const i of found) result.fields[i].dataTypeID = CHAR_N
    return result
  }
  adapter.queryRaw = async (/** @type {object} */ query) => {
    const result = await queryRaw(query)
    for (const i of places.get(query) ?? []) result.columnTypes[i] = ColumnTypeEnum.Character
    return result
  }
  return connection
}
