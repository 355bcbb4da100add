" :Dateline QUERY lists the articles found in the quickfix window; Enter opens the file. For ~/.vim/plugin.
" It takes articles that were indexed from files, whose ids are their paths.
command! -nargs=+ Dateline cexpr systemlist('dateline search -n 200 --format tsv --fields article,title,text -- '
    \ . shellescape(<q-args>) . " | sed 's/\t/:1:/'") | copen
