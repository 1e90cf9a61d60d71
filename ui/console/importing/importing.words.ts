/** Words that all imports of lists have in common. */
import { defineMessages } from '#base/i18n/messages.ts'

export const importingWords = defineMessages({
  // lists that came in
  state: { zh: '状态', en: 'State' },
  result: { zh: '结果', en: 'Result' },
  by: { zh: '操作人', en: 'By' },
  at: { zh: '时间', en: 'When' },
  sum: {
    zh: '新增 {created} · 更新 {updated} · 未导入 {failed}',
    en: '{created} new · {updated} updated · {failed} refused',
  },
  open: { zh: '打开', en: 'Open' },
  discardTitle: { zh: '删除「{name}」？', en: 'Delete “{name}”?' },
  created: { zh: '新增', en: 'New' },
  updated: { zh: '更新', en: 'Updated' },
  unchanged: { zh: '无变化', en: 'Unchanged' },
  refused: { zh: '有误', en: 'Refused' },
  settings: { zh: '导入方式', en: 'How to import' },
  undo: { zh: '撤销导入', en: 'Undo the import' },
  undoTitle: { zh: '撤销「{name}」的导入？', en: 'Undo the import of “{name}”?' },
  undoUntil: { zh: '{day} 前可撤销', en: 'Can be undone until {day}' },
  // how it stands
  draft: { zh: '待检查', en: 'To be checked' },
  checking: { zh: '检查中', en: 'Being checked' },
  checked: { zh: '待导入', en: 'Ready to import' },
  running: { zh: '导入中', en: 'Being imported' },
  done: { zh: '已导入', en: 'Imported' },
  stopped: { zh: '已停止', en: 'Stopped' },
  failed: { zh: '无法读取', en: 'Cannot be read' },
  undoing: { zh: '撤销中', en: 'Being undone' },
  undone: { zh: '已撤销', en: 'Undone' },
  // why it cannot be read
  unreadable: { zh: '文件损坏或不是名单', en: 'The file is damaged, or no list' },
  tooLarge: {
    zh: '工作簿解开后太大，请另存为 CSV',
    en: 'The workbook is too large once unpacked; save it as CSV',
  },
  locked: { zh: '工作簿设有密码', en: 'The workbook has a password' },
  quotes: {
    zh: '引号没有成对，后面的内容读不出来；请用表格软件重新保存',
    en: 'Quotes do not match and the rest cannot be read; save the list again with a spreadsheet program',
  },
  columns: { zh: '列数超过 200', en: 'There are more than 200 columns' },
  gone: { zh: '文件已过期，请重新上传', en: 'The file has expired; upload it again' },
  // upload
  chooseFile: { zh: '选择文件', en: 'Choose a file' },
  uploading: { zh: '正在上传 {name}', en: 'Uploading {name}' },
  dropHere: { zh: '把文件拖到这里，或点击选择', en: 'Drop a file here, or click to choose one' },
  dropHint: {
    zh: 'Excel（xlsx）或 CSV，最大 400 MB，百万行也可以',
    en: 'Excel (xlsx) or CSV, up to 400 MB; a million rows are fine',
  },
  // columns
  columnCount: { zh: '{count} 列', en: '{count|one column|{count} columns}' },
  meansTitle: { zh: '每一列是什么', en: 'What each column is' },
  meansNote: {
    zh: '已按列名和内容猜好，请核对；不需要的列选「不导入」',
    en: 'Guessed from names and contents; look it over, and leave out what is not needed',
  },
  ignore: { zh: '不导入', en: 'Leave out' },
  column: { zh: '第 {number} 列「{name}」是什么', en: 'What column {number}, “{name}”, is' },
  row: { zh: '行', en: 'Row' },
  rowNumber: { zh: '第 {row} 行', en: 'Row {row}' },
  preview: { zh: '导入后的样子', en: 'As it will be' },
  // steps
  check: { zh: '检查', en: 'Check' },
  checkAgain: { zh: '重新检查', en: 'Check again' },
  changed: { zh: '设置有改动，请重新检查', en: 'Something changed; check again' },
  goOn: { zh: '继续导入', en: 'Go on' },
  stop: { zh: '停止', en: 'Stop' },
  stopTitle: { zh: '停止导入？', en: 'Stop the import?' },
  checkResult: { zh: '检查结果', en: 'What the check found' },
  runResult: { zh: '导入结果', en: 'What came of it' },
  rows: { zh: '{count} 行', en: '{count|one row|{count} rows}' },
  // refused rows
  errors: { zh: '没有导入的行', en: 'Rows that were refused' },
  errorsWill: { zh: '不会导入的行', en: 'Rows that will be refused' },
  errorsNote: {
    zh: '下载改好后再传一次即可，已导入的不会重复',
    en: 'Download them, correct them and upload the file: what is here already is not doubled',
  },
  reason: { zh: '原因', en: 'Why' },
  downloadErrors: { zh: '下载这些行', en: 'Download these rows' },
  moreErrors: { zh: '再看一些', en: 'Show more' },
})
