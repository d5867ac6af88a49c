import { createHash, createSign, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Whom both services take every visitor for. */
export type Face = { id: number; name: string; email: string; isVerified: boolean }

/**
 * GitHub (as an Enterprise Server) and Google (OpenID Connect) on loopback, as far as signing in goes:
 * a code is good once, and only with the verifier of its challenge (RFC 7636).
 */
export async function openServices() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { face: Face; challenge: string; nonce: string }>()
  let face: Face = { id: 1, name: 'Ada', email: 'ada@example.org', isVerified: true }
  let issuer = ''

  const idToken = (who: Face, nonce: string, audience: string) => {
    const now = Math.floor(Date.now() / 1000)
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const claims = { iss: issuer, aud: audience, sub: String(who.id), iat: now, exp: now + 300 }
    const person = { name: who.name, email: who.email, email_verified: who.isVerified, nonce }
    const signed = `${part({ alg: 'RS256', kid: 'one' })}.${part({ ...claims, ...person })}`
    const signature = createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')
    return `${signed}.${signature}`
  }

  const take = async (request: IncomingMessage) => {
    const form = new URLSearchParams(await bodyOf(request))
    const code = form.get('code') ?? ''
    const grant = codes.get(code)
    codes.delete(code)
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    return grant && verifier === grant.challenge ? grant : null
  }

  const answers: Record<string, (request: IncomingMessage, url: URL) => unknown> = {
    '/api/v3/user': (request) => ({
      id: faceOf(request).id,
      name: faceOf(request).name,
      login: 'x',
    }),
    '/api/v3/user/emails': (request) => {
      const { email, isVerified } = faceOf(request)
      const other = { email: 'other@example.org', primary: false, verified: true }
      return [other, { email, primary: true, verified: isVerified }]
    },
    '/login/oauth/access_token': async (request) => {
      const grant = await take(request)
      const token = Buffer.from(JSON.stringify(grant?.face ?? null)).toString('base64url')
      return grant ? { access_token: token, token_type: 'bearer' } : { error: 'bad_code' }
    },
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
    }),
    '/token': async (request) => {
      const grant = await take(request)
      if (!grant) return { error: 'invalid_grant' }
      const token = idToken(grant.face, grant.nonce, 'a google client')
      return { access_token: 'x', token_type: 'Bearer', id_token: token }
    },
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', issuer)
    if (url.pathname.endsWith('authorize')) {
      const code = `code-${codes.size}-${Date.now()}`
      const [challenge = '', nonce = ''] = ['code_challenge', 'nonce'].map(
        (name) => url.searchParams.get(name) ?? '',
      )
      codes.set(code, { face, challenge, nonce })
      const back = new URL(url.searchParams.get('redirect_uri')!)
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
      return response.writeHead(302, { Location: back.href }).end()
    }
    const answer = await answers[url.pathname]?.(request, url)
    response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify(answer ?? {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: issuer,
    be: (next: Face) => void (face = next),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function faceOf(request: IncomingMessage): Face {
  const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
  return JSON.parse(Buffer.from(token, 'base64url').toString()) as Face
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
