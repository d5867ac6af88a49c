import { read, refuse, reply, write } from '#lib/action.ts'
import { readSettings, saveSettings, settingsInput } from '#lib/study/settings.ts'

export const GET = read({ name: 'settings.show', who: 'anyone' }, async ({ actor }) =>
  reply(200, await readSettings(actor?.id ?? null)),
)

/** Changes what is given and leaves the rest. */
export const PATCH = write(
  { name: 'settings.save', who: 'anyone', body: settingsInput },
  async ({ reader, body }) => {
    const saved = await saveSettings((await reader()).id, body)
    return saved ? reply(200, saved) : refuse(404, 'not-found', 'There is nobody under that id.')
  },
)
