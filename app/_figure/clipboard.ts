/** Browsers give the clipboard to secure pages only, and not always then. @returns whether it was done */
export async function toClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
