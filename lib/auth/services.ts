import 'server-only'
import type { AuthOptions, Profile } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from '#lib/env.ts'

/** A person as a service describes them. An address that it has not verified is none. */
export type Described = { id: string; name: string | null; email: string | null }

/** The services by which one can sign in here, for next-auth: those that the operator has set up. */
export function services(): AuthOptions['providers'] {
  const { GITHUB_CLIENT_ID: github, GOOGLE_CLIENT_ID: google } = env()
  return [...(github ? [byGitHub(github)] : []), ...(google ? [byGoogle(google)] : [])]
}

/** How long a service may take, in ms. */
const PATIENCE = 10_000

type GitHubUser = { id: number; name: string | null; login: string }
type GitHubEmail = { email: string; primary: boolean; verified: boolean }

/** The address is the primary one, and only if GitHub has verified it; the profile's may be anything. */
function byGitHub(clientId: string): OAuthConfig<Profile> {
  const { GITHUB_URL: site, GITHUB_CLIENT_SECRET: clientSecret = '' } = env()
  const api = site === 'https://github.com' ? 'https://api.github.com' : `${site}/api/v3`
  return {
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    clientId,
    clientSecret,
    httpOptions: { timeout: PATIENCE },
    checks: ['pkce', 'state'],
    authorization: {
      url: `${site}/login/oauth/authorize`,
      params: { scope: 'read:user user:email' },
    },
    token: { url: `${site}/login/oauth/access_token` },
    userinfo: {
      async request({ tokens }) {
        const token = String(tokens.access_token)
        const { id, name, login } = await ask<GitHubUser>(`${api}/user`, token)
        const emails = await ask<GitHubEmail[]>(`${api}/user/emails`, token)
        const email = emails.find((each) => each.primary && each.verified)?.email
        return { sub: String(id), name: name ?? login, ...(email !== undefined && { email }) }
      },
    },
    profile: ({ sub = '', name = null, email = null }) => ({ id: sub, name, email }),
  }
}

type GoogleClaims = { sub: string; name?: string; email?: string; email_verified?: boolean }

function byGoogle(clientId: string): OAuthConfig<GoogleClaims> {
  const { GOOGLE_ISSUER: issuer, GOOGLE_CLIENT_SECRET: clientSecret = '' } = env()
  return {
    id: 'google',
    name: 'Google',
    type: 'oauth',
    clientId,
    clientSecret,
    httpOptions: { timeout: PATIENCE },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    profile: ({ sub, name = null, email = null, email_verified: isVerified }) => ({
      id: sub,
      name,
      email: isVerified === true ? email : null,
    }),
  }
}

async function ask<T>(address: string, token: string): Promise<T> {
  const reply = await fetch(address, {
    headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!reply.ok) throw new Error(`${new URL(address).host} answered ${reply.status}`)
  return (await reply.json()) as T
}
