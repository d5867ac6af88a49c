import type { ReactNode } from 'react'

/* Drawn by hand on their own small grids, in the current ink. All are decoration: words stand beside them. */

export function CheckIcon() {
  return (
    <Icon size={12} stroke={2}>
      <path d="M2 6.4l2.7 2.8L10 3" />
    </Icon>
  )
}

export function CrossIcon() {
  return (
    <Icon size={12} stroke={2}>
      <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />
    </Icon>
  )
}

export function PlusIcon() {
  return (
    <Icon size={12} stroke={2}>
      <path d="M6 1.5v9M1.5 6h9" />
    </Icon>
  )
}

export function UpIcon() {
  return (
    <Icon size={12} stroke={2}>
      <path d="M2 7.5l4-4 4 4" />
    </Icon>
  )
}

export function DownIcon() {
  return (
    <Icon size={12} stroke={2}>
      <path d="M2 4.5l4 4 4-4" />
    </Icon>
  )
}

export function MenuIcon() {
  return (
    <Icon size={18} stroke={1.6}>
      <path d="M2 5h14M2 9h14M2 13h14" />
    </Icon>
  )
}

export function SearchIcon() {
  return (
    <Icon size={15} stroke={1.5}>
      <circle cx="6.4" cy="6.4" r="4.6" />
      <path d="M10 10l4 4" />
    </Icon>
  )
}

export function ThemeIcon() {
  return (
    <Icon size={18} stroke={1.5}>
      <circle cx="9" cy="9" r="6" />
      <path d="M9 3a6 6 0 0 1 0 12z" fill="currentColor" />
    </Icon>
  )
}

export function ErrorIcon() {
  return (
    <Icon size={15} stroke={1.8}>
      <circle cx="7.5" cy="7.5" r="7" fill="currentColor" stroke="none" />
      <path d="M7.5 3.6v4.6M7.5 10.4v1.2" stroke="var(--paper)" />
    </Icon>
  )
}

export function WarningIcon() {
  return (
    <Icon size={15} stroke={1.6}>
      <path d="M7.5.8l7 13h-14z" fill="currentColor" stroke="none" />
      <path d="M7.5 5.2v4.2M7.5 10.8v1.4" stroke="var(--paper)" />
    </Icon>
  )
}

export function DoneIcon() {
  return (
    <Icon size={15} stroke={1.7}>
      <circle cx="7.5" cy="7.5" r="7" fill="currentColor" stroke="none" />
      <path d="M4.4 7.8l2.1 2.1 4-4.6" stroke="var(--paper)" />
    </Icon>
  )
}

function Icon({ size, stroke, children }: { size: number; stroke: number; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}
