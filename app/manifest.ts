import type { MetadataRoute } from 'next'
import { paper } from '#app/_ui/theme.ts'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Ridgeline',
    short_name: 'Ridgeline',
    description: 'Data science and machine learning interview questions, with the working shown.',
    id: '/',
    start_url: '/',
    scope: '/',
    lang: 'en',
    categories: ['education'],
    display: 'minimal-ui',
    background_color: paper.light,
    theme_color: paper.light,
    shortcuts: [
      { name: 'Questions', url: '/questions' },
      { name: 'Today’s reviews', url: '/review' },
    ],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      // icon.svg again, within the circle that a home screen may cut out
      { src: '/apple-icon.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
