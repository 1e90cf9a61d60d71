import { defineProblems } from '../http/problem.ts'

export const importProblems = defineProblems({
  importNotFound: { status: 404, message: { zh: '没有这次导入', en: 'There is no such import' } },
  importTooLarge: {
    status: 413,
    message: {
      zh: '工作簿解开后太大，请另存为 CSV 再上传',
      en: 'The workbook is too large once unpacked; save it as CSV and upload that',
    },
  },
  importLocked: {
    status: 422,
    message: { zh: '工作簿设有密码，请先去掉密码', en: 'The workbook has a password; remove it first' },
  },
  importBusy: {
    status: 409,
    message: {
      zh: '这次导入正在进行，请等它结束或先停止',
      en: 'This import is under way; wait for it, or stop it first',
    },
  },
  importNotChecked: {
    status: 409,
    message: { zh: '请先检查，再开始导入', en: 'Check the list before you import it' },
  },
  importOver: { status: 409, message: { zh: '这次导入已经结束', en: 'This import is over' } },
  importUndoLate: {
    status: 409,
    message: { zh: '导入结束 30 天后不能再撤销', en: 'An import can be undone within thirty days' },
  },
})
