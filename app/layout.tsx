import './tokens.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { preload } from 'react-dom'
import { OutboxState } from '#app/_outbox/outbox-state.tsx'
import { AccountLink } from '#app/_account/account-link.tsx'
import { SearchButton } from '#app/_search/search-button.tsx'
import search from '#app/_search/search-button.module.css'
import { Footer } from '#app/_ui/footer.tsx'
import { Header } from '#app/_ui/header.tsx'
import { SearchIcon } from '#app/_ui/icon.tsx'
import { Link } from '#app/_ui/link.tsx'
import { SkipLink } from '#app/_ui/skip-link.tsx'
import { paper, themeScript } from '#app/_ui/theme.ts'
import { siteUrl } from '#lib/env.ts'

const site = siteUrl()

export const metadata: Metadata = {
  ...(site && { metadataBase: new URL(site) }),
  title: {
    default: 'Ridgeline: interview questions, with the working shown',
    template: '%s · Ridgeline',
  },
  description:
    'Data science and machine learning interview questions you can take apart: answer first, then check yourself against a rubric and live figures.',
  applicationName: 'Ridgeline',
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: paper.light },
    { media: '(prefers-color-scheme: dark)', color: paper.dark },
  ],
}

const nav = [
  { href: '/questions', label: 'Questions' },
  { href: '/mock', label: 'Mock interview' },
  { href: '/progress', label: 'Progress' },
  { href: '/demos', label: 'Figures' },
  { href: '/write', label: 'Write' },
]

/** The three faces above the fold, under the same hashed names as in tokens.css. */
const fonts = [
  new URL('./fonts/atkinson-next.woff2', import.meta.url),
  new URL('./fonts/ridgeline-serif-text.woff2', import.meta.url),
  new URL('./fonts/ridgeline-serif-display.woff2', import.meta.url),
]

/** The same for everybody: what is personal comes after load, so every page can be static. */
export default function RootLayout({ children }: { children: ReactNode }) {
  for (const { href } of fonts) {
    preload(href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  }
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script data-first="">{themeScript()}</script>
        <link rel="alternate" type="application/rss+xml" title="New questions" href="/feed.xml" />
      </head>
      <body>
        <SkipLink to="main">Skip to the content</SkipLink>
        <Header
          items={nav}
          search={<Search />}
          account={
            <>
              <OutboxState />
              <AccountLink />
            </>
          }
        />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer>
          <span>
            Your answers are kept on this server, under an anonymous cookie until you make an
            account. Export or delete them in <Link href="/account#your-data">Account</Link>.
          </span>
          <Link href="/about/scoring">How scores are computed</Link>
          <Link href="/about/evidence">The evidence behind it</Link>
          <Link href="/write">Write a question</Link>
        </Footer>
      </body>
    </html>
  )
}

function Search() {
  return (
    <SearchButton className={`js-only ${search.find}`}>
      <SearchIcon />
      <span>Search or jump to</span>
      <kbd aria-hidden="true">Ctrl K</kbd>
    </SearchButton>
  )
}
