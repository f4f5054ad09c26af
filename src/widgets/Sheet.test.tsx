import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { Sheet } from './Sheet.tsx';

it('a sheet is a dialog with the name that its heading shows', async () => {
  const screen = await render(
    <Sheet
      title={
        <>
          Act on <b>S3</b>
        </>
      }
      closeName="Close"
      onClose={() => undefined}
    >
      <button type="button">Kill</button>
    </Sheet>,
  );
  const dialog = screen.getByRole('dialog', { name: 'Act on S3', exact: true });
  await expect.element(dialog).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Kill' })).toBeVisible();
});
