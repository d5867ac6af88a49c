import type { MetadataRoute } from 'next'
import { paper } from '#app/_ui/theme.ts'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Ridgeline',
    short_name: 'Ridgeline',
    description: 'Data science and machine learning interview questions, with the working shown.',
    start_url: '/',
    display: 'minimal-ui',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
