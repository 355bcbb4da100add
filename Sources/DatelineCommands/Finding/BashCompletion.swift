/// Bash breaks the words of a line at `=` and `:`, so that the `person=Steve` of an option would be three.
enum BashCompletion {
    /// The script of the argument parser, with a function before it that gives it whole words.
    static func wrapped(_ script: String) -> String {
        script + "\n" + wholeWords + "\n"
    }

    private static let wholeWords = #"""
        # Joins what bash has broken at = and :, completes, and takes off what bash leaves in the line.
        _dateline_whole_words() {
            local line="${COMP_LINE}" word rest
            local -a joined=()
            local -i i at=0
            for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
                word="${COMP_WORDS[i]}"
                rest="${line#"${line%%[![:space:]]*}"}"
                if [[ ${#joined[@]} -gt 0 && "${rest}" == "${line}" && -n "${line}" ]]; then
                    joined[${#joined[@]} - 1]+="${word}"
                else
                    joined+=("${word}")
                fi
                line="${rest#"${word}"}"
                [[ ${i} -eq ${COMP_CWORD} ]] && at=$((${#joined[@]} - 1))
            done
            local fragment="${COMP_WORDS[COMP_CWORD]}" cur="${joined[at]}"
            [[ "${fragment}" == [=:] ]] && fragment=""
            local kept="${cur%"${fragment}"}"
            cur="${cur//[\"\'\\]/}"
            kept="${kept//[\"\'\\]/}"
            local -a COMP_WORDS=("${joined[@]}")
            local -i COMP_CWORD=${at}
            _dateline "${1}" "${cur}" "${joined[at > 0 ? at - 1 : 0]}"
            local reply only_fields=true
            for reply in "${COMPREPLY[@]}"; do [[ "${reply}" == *= ]] || only_fields=false; done
            [[ ${#COMPREPLY[@]} -gt 0 ]] && "${only_fields}" && compopt -o nospace 2>/dev/null
            COMPREPLY=("${COMPREPLY[@]#"${kept}"}")
        }
        complete -o filenames -F _dateline_whole_words dateline
        """#
}
