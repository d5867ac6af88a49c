import type { Metadata } from 'next'
import { CompanyPage } from '#app/companies/company-page.tsx'
import { companyRoles, titleOf } from '#lib/content/encounters.ts'

/** Only pairs with a sourced encounter have a page. */
export const dynamicParams = false

export function generateStaticParams() {
  return companyRoles()
}

export async function generateMetadata({
  params,
}: PageProps<'/companies/[company]/[role]'>): Promise<Metadata> {
  const { company, role } = await params
  const [name, roleName] = [await titleOf('companies', company), await titleOf('roles', role)]
  return {
    title: `${name}, ${roleName}: interview questions`,
    description: `Questions reported from interviews at ${name} for the role “${roleName}”, latest first, each with its source.`,
  }
}

export default async function Page({ params }: PageProps<'/companies/[company]/[role]'>) {
  return <CompanyPage {...await params} />
}
