/** Passkeys in a real browser, with an authenticator that the browser simulates: adding one, and every way to use it. */
import type { CDPSession } from 'playwright-core'
import { expect, test } from 'vitest'
import { useProduct } from '../product.ts'
import { type Look, openPage, useBrowser } from './browser.ts'

const product = useProduct({ host: 'localhost' })
const browser = useBrowser()
const phone: Look = { locale: 'zh-CN', theme: 'light', width: 390 }

/** A phone with a screen lock; `willing` says whether its owner confirms at once or not at all. */
async function plugIn(session: CDPSession) {
  await session.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return (willing: boolean) =>
    session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: willing })
}

test('S4-05: a passkey is added in one press, signs in with one press, and is offered by the e-mail field itself', async () => {
  // What was on its way when somebody signed out is answered that he has to sign in.
  const { page, context, troubles } = await openPage(browser(), phone, /401 \(Unauthorized\)/)
  const willing = await plugIn(await context.newCDPSession(page))
  await product().member('许木')
  const { email } = await product()
    .database.db.selectFrom('account')
    .select('email')
    .where('name', '=', '许木')
    .executeTakeFirstOrThrow()
  const signOut = async () => {
    await page.goto(`${product().url}/me`)
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByText('已退出登录').waitFor()
  }

  await willing(false)
  await page.goto(`${product().url}/sign-in?next=/me/security`)
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill('Kāfēi-42-handdrip')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(`${product().url}/me/security`)
  await willing(true)
  await page.getByRole('button', { name: '添加通行密钥' }).click()
  await page.getByText('通行密钥已添加').waitFor()
  await page.getByText(/刚刚添加/).waitFor()

  // Out, and in again without a key pressed: the e-mail field offers the passkey, the phone confirms.
  await signOut()
  await page.goto(`${product().url}/sign-in?next=/me/trail`)
  await page.waitForURL(`${product().url}/me/trail`)

  // With the button, for browsers that cannot offer it.
  await willing(false)
  await signOut()
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
  })
  await page.goto(`${product().url}/sign-in`)
  await willing(true)
  await page.getByRole('button', { name: '用通行密钥登录' }).click()
  await page.waitForURL(`${product().url}/`)
  const methods = await product()
    .database.db.selectFrom('event_log')
    .select('props')
    .where('name', '=', 'account.signed_in')
    // Connections take sequence numbers in blocks: only the transaction says what came last.
    .orderBy('tx', 'desc')
    .limit(2)
    .execute()
  expect(methods.map(({ props }) => (props as { method: string }).method)).toEqual(['passkey', 'passkey'])
  expect(troubles).toEqual([])
  await context.close()
})
