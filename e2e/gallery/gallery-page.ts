/**
 * The page that shows all pictures, as Markdown: a row a page or figure, a column a width and theme.
 * @param files the names that there are; a picture that is missing leaves its cell blank
 */
export function galleryPage(
  files: readonly string[],
  pages: Readonly<Record<string, string>>,
  figures: Readonly<Record<string, { title: string }>>,
): string {
  const table = (rows: readonly (readonly [name: string, title: string])[]) => `<table>
<tr><th></th>${looks.map((look) => `<th>${look.replace('-', ', ')}</th>`).join('')}</tr>
${rows.map(([name, title]) => `<tr><th>${title}</th>${looks.map((look) => cell(files, `${name}-${look}.png`, title)).join('')}</tr>`).join('\n')}
</table>
`
  return `# What it looks like

Every page that a reader meets and every figure at its start, 390 and 1280 pixels wide, in the light and in
the dark. A picture leads to itself at full size.

They are renewed with \`npm run gallery\`, against a site that runs (\`npm start\`) and has its sample readers
(\`npm run seed\`); \`npm run gallery pages\` or \`npm run gallery paths\` renews some of them. To be looked at
after whatever changes the look of things; nothing is compared by a machine. A blank cell has not been taken yet.

## Pages

${table(Object.entries(pages).map(([name, title]) => [`page-${name}`, title] as const))}
## Figures

${table(Object.entries(figures).map(([id, { title }]) => [id, title] as const))}`
}

const looks = ['390-light', '390-dark', '1280-light', '1280-dark']

function cell(files: readonly string[], file: string, title: string): string {
  if (!files.includes(file)) return '<td></td>'
  const width = file.includes('-390-') ? 120 : 320
  return `<td><a href="${file}"><img src="${file}" width="${width}" alt="${title}"></a></td>`
}
