--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: followup; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA followup;


--
-- Name: quartz; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA quartz;


--
-- Name: mt_archive_stream(uuid, character varying); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_archive_stream(streamid uuid, tenantid character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
  update followup.mt_streams set is_archived = TRUE where id = streamid  and tenant_id = tenantid;
  update followup.mt_events set is_archived = TRUE where stream_id = streamid  and tenant_id = tenantid;
END;
$$;


--
-- Name: mt_grams_array(text, boolean); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_grams_array(words text, use_unaccent boolean DEFAULT false) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
        DECLARE
result text[];
        DECLARE
word text;
        DECLARE
clean_word text;
BEGIN
                FOREACH
word IN ARRAY string_to_array(words, ' ')
                LOOP
                     clean_word = regexp_replace(followup.mt_safe_unaccent(use_unaccent, word), '[^a-zA-Z0-9]+', '','g');
FOR i IN 1 .. length(clean_word)
                     LOOP
                         result := result || quote_literal(substr(lower(clean_word), i, 1));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 2));
                         result
:= result || quote_literal(substr(lower(clean_word), i, 3));
END LOOP;
END LOOP;

RETURN ARRAY(SELECT DISTINCT e FROM unnest(result) AS a(e) ORDER BY e);
END;
$$;


--
-- Name: mt_grams_query(text, boolean); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_grams_query(text, use_unaccent boolean DEFAULT false) RETURNS tsquery
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(followup.mt_grams_array($1, use_unaccent), ' & ') ::tsquery);
END
$_$;


--
-- Name: mt_grams_vector(text, boolean); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_grams_vector(text, use_unaccent boolean DEFAULT false) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $_$
BEGIN
RETURN (SELECT array_to_string(followup.mt_grams_array($1, use_unaccent), ' ') ::tsvector);
END
$_$;


--
-- Name: mt_immutable_date(text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_immutable_date(value text) RETURNS date
    LANGUAGE sql IMMUTABLE
    AS $$
select value::date

$$;


--
-- Name: mt_immutable_time(text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_immutable_time(value text) RETURNS time without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::time

$$;


--
-- Name: mt_immutable_timestamp(text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_immutable_timestamp(value text) RETURNS timestamp without time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamp

$$;


--
-- Name: mt_immutable_timestamptz(text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_immutable_timestamptz(value text) RETURNS timestamp with time zone
    LANGUAGE sql IMMUTABLE
    AS $$
select value::timestamptz

$$;


--
-- Name: mt_jsonb_append(jsonb, text[], jsonb, boolean, jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_append(jsonb, text[], jsonb, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    patch_expression ALIAS FOR $5;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
            END CASE;
    END IF;
    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_append_key_value(jsonb, text[], jsonb, boolean); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_append_key_value(jsonb, text[], jsonb, boolean) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    if_not_exists ALIAS FOR $4;
    tmp_value jsonb;
    _key text;
BEGIN
    tmp_value = retval #> location;

    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            WHEN NOT tmp_value ?| ARRAY(SELECT jsonb_object_keys(val)) THEN
                retval = jsonb_set(retval, location, tmp_value || val, FALSE);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_copy(jsonb, text[], text[]); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_copy(jsonb, text[], text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_path ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = followup.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value::jsonb, TRUE);
END;
$_$;


--
-- Name: mt_jsonb_duplicate(jsonb, text[], jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_duplicate(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    targets ALIAS FOR $3;
    tmp_value jsonb;
    target_path text[];
    target text;
BEGIN
    FOR target IN SELECT jsonb_array_elements_text(targets)
    LOOP
        target_path = followup.mt_jsonb_path_to_array(target, '\.');
        retval = followup.mt_jsonb_copy(retval, location, target_path);
    END LOOP;

    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_fix_null_parent(jsonb, text[]); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_fix_null_parent(jsonb, text[]) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
retval ALIAS FOR $1;
    dst_path ALIAS FOR $2;
    dst_path_segment text[] = ARRAY[]::text[];
    dst_path_array_length integer;
    i integer = 1;
BEGIN
    dst_path_array_length = array_length(dst_path, 1);
    WHILE i <=(dst_path_array_length - 1)
    LOOP
        dst_path_segment = dst_path_segment || ARRAY[dst_path[i]];
        IF retval #> dst_path_segment IS NULL OR retval #> dst_path_segment = 'null'::jsonb THEN
            retval = jsonb_set(retval, dst_path_segment, '{}'::jsonb, TRUE);
        END IF;
        i = i + 1;
    END LOOP;

    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_increment(jsonb, text[], numeric); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_increment(jsonb, text[], numeric) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
retval ALIAS FOR $1;
    location ALIAS FOR $2;
    increment_value ALIAS FOR $3;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NULL THEN
        tmp_value = to_jsonb(0);
END IF;

RETURN jsonb_set(retval, location, to_jsonb(tmp_value::numeric + increment_value), TRUE);
END;
$_$;


--
-- Name: mt_jsonb_insert(jsonb, text[], jsonb, integer, boolean, jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_insert(jsonb, text[], jsonb, integer, boolean, jsonb DEFAULT NULL::jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    elm_index ALIAS FOR $4;
    if_not_exists ALIAS FOR $5;
    patch_expression ALIAS FOR $6;
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF elm_index IS NULL THEN
            elm_index = jsonb_array_length(tmp_value) + 1;
        END IF;
        CASE
            WHEN NOT if_not_exists THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) = 'object' AND NOT tmp_value @> jsonb_build_array(val) THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NULL AND jsonb_typeof(val) <> 'object' AND NOT tmp_value @> val THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            WHEN patch_expression IS NOT NULL AND jsonb_typeof(patch_expression) = 'array' AND jsonb_array_length(patch_expression) = 0 THEN
                retval = jsonb_insert(retval, location || elm_index::text, val);
            ELSE NULL;
        END CASE;
    END IF;
    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_move(jsonb, text[], text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_move(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    src_path ALIAS FOR $2;
    dst_name ALIAS FOR $3;
    dst_path text[];
    tmp_value jsonb;
BEGIN
    tmp_value = retval #> src_path;
    retval = retval #- src_path;
    dst_path = src_path;
    dst_path[array_length(dst_path, 1)] = dst_name;
    retval = followup.mt_jsonb_fix_null_parent(retval, dst_path);
    RETURN jsonb_set(retval, dst_path, tmp_value, TRUE);
END;
$_$;


--
-- Name: mt_jsonb_patch(jsonb, jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_patch(jsonb, jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    patchset ALIAS FOR $2;
    patch jsonb;
    patch_path text[];
    patch_expression jsonb;
    value jsonb;
BEGIN
    FOR patch IN SELECT * from jsonb_array_elements(patchset)
    LOOP
        patch_path = followup.mt_jsonb_path_to_array((patch->>'path')::text, '\.');

        patch_expression = null;
        IF (patch->>'type') IN ('remove', 'append_if_not_exists', 'insert_if_not_exists') AND (patch->>'expression') IS NOT NULL THEN
            patch_expression = jsonb_path_query_array(retval #> patch_path, (patch->>'expression')::jsonpath);
        END IF;

        CASE patch->>'type'
            WHEN 'set' THEN
                retval = jsonb_set(retval, patch_path, (patch->'value')::jsonb, TRUE);
            WHEN 'delete' THEN
                retval = retval#-patch_path;
            WHEN 'append' THEN
                retval = followup.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, FALSE);
            WHEN 'append_if_not_exists' THEN
                retval = followup.mt_jsonb_append(retval, patch_path, (patch->'value')::jsonb, TRUE, patch_expression);
            WHEN 'append_key_value' THEN
                retval = followup.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, FALSE);
            WHEN 'append_key_value_if_not_exists' THEN
                retval = followup.mt_jsonb_append_key_value(retval, patch_path, (patch->'key_value')::jsonb, TRUE);
            WHEN 'insert' THEN
                retval = followup.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, FALSE);
            WHEN 'insert_if_not_exists' THEN
                retval = followup.mt_jsonb_insert(retval, patch_path, (patch->'value')::jsonb, (patch->>'index')::integer, TRUE, patch_expression);
            WHEN 'remove' THEN
                retval = followup.mt_jsonb_remove(retval, patch_path, COALESCE(patch_expression, (patch->'value')::jsonb));
            WHEN 'remove_key' THEN
                retval = followup.mt_jsonb_remove_key(retval, patch_path, (patch->>'key'));
            WHEN 'duplicate' THEN
                retval = followup.mt_jsonb_duplicate(retval, patch_path, (patch->'targets')::jsonb);
            WHEN 'rename' THEN
                retval = followup.mt_jsonb_move(retval, patch_path, (patch->>'to')::text);
            WHEN 'increment' THEN
                retval = followup.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            WHEN 'increment_float' THEN
                retval = followup.mt_jsonb_increment(retval, patch_path, (patch->>'increment')::numeric);
            ELSE NULL;
        END CASE;
    END LOOP;
    RETURN retval;
END;
$_$;


--
-- Name: mt_jsonb_path_to_array(text, character); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_path_to_array(text, character) RETURNS text[]
    LANGUAGE plpgsql
    AS $_$
DECLARE
    location ALIAS FOR $1;
    regex_pattern ALIAS FOR $2;
BEGIN
RETURN regexp_split_to_array(location, regex_pattern)::text[];
END;
$_$;


--
-- Name: mt_jsonb_remove(jsonb, text[], jsonb); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_remove(jsonb, text[], jsonb) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    val ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'array' THEN
        IF jsonb_typeof(val) = 'array' THEN
            tmp_remove = val;
        ELSE
            tmp_remove = jsonb_build_array(val);
        END IF;

        FOR patch_remove IN SELECT * FROM jsonb_array_elements(tmp_remove)
        LOOP
            tmp_value =(SELECT jsonb_agg(elem)
            FROM jsonb_array_elements(tmp_value) AS elem
            WHERE elem <> patch_remove);
        END LOOP;

        IF tmp_value IS NULL THEN
            tmp_value = '[]'::jsonb;
        END IF;
    END IF;
    RETURN jsonb_set(retval, location, tmp_value, FALSE);
END;
$_$;


--
-- Name: mt_jsonb_remove_key(jsonb, text[], text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_jsonb_remove_key(jsonb, text[], text) RETURNS jsonb
    LANGUAGE plpgsql
    AS $_$
DECLARE
    retval ALIAS FOR $1;
    location ALIAS FOR $2;
    _key ALIAS FOR $3;
    tmp_value jsonb;
    tmp_remove jsonb;
    patch_remove jsonb;
BEGIN
    tmp_value = retval #> location;
    IF tmp_value IS NOT NULL AND jsonb_typeof(tmp_value) = 'object' THEN
        RETURN jsonb_set(retval, location, tmp_value - _key, FALSE);
    END IF;
    RETURN retval;
END;
$_$;


--
-- Name: mt_mark_event_progression(character varying, bigint); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_mark_event_progression(name character varying, last_encountered bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
INSERT INTO followup.mt_event_progression (name, last_seq_id, last_updated)
VALUES (name, last_encountered, transaction_timestamp())
ON CONFLICT ON CONSTRAINT pk_mt_event_progression
    DO
UPDATE SET last_seq_id = last_encountered, last_updated = transaction_timestamp();

END;

$$;


--
-- Name: mt_mark_progression_with_skip(character varying, bigint, bigint); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_mark_progression_with_skip(shard_name character varying, ending_sequence bigint, starting_sequence bigint) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    current_value bigint;
BEGIN
    select last_seq_id into current_value from followup.mt_event_progression where name = shard_name;

    IF current_value is null then
        -- Bootstrap the high-water row on first invocation. Previously this branch
        -- returned 0, which left HighWaterAgent.CheckNowAsync polling forever because
        -- statistics.CurrentMark never advanced. Issue #4425.
        INSERT INTO followup.mt_event_progression (name, last_seq_id, last_updated)
        VALUES (shard_name, ending_sequence, transaction_timestamp())
        ON CONFLICT ON CONSTRAINT pk_mt_event_progression
            DO UPDATE SET last_seq_id = ending_sequence, last_updated = transaction_timestamp();
        IF ending_sequence > starting_sequence THEN
            -- Idempotent: a rebuild/replay re-marks the same skip (ending_sequence is the
            -- PK). Re-recording an existing gap is a no-op. Conflict target is the PK
            -- constraint (the bare column name collides with the function parameter). #4530.
            insert into followup.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
                on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        END IF;
        return ending_sequence;
    ELSIF current_value = starting_sequence THEN
        update followup.mt_event_progression SET last_seq_id = ending_sequence, last_updated = transaction_timestamp() where shard_name = name;
        insert into followup.mt_high_water_skips (ending_sequence, starting_sequence) values (ending_sequence, starting_sequence)
            on conflict on constraint pkey_mt_high_water_skips_ending_sequence do nothing;
        return ending_sequence;
    ELSE
        return current_value;
    END IF;
END
$$;


--
-- Name: mt_quick_append_events(uuid, character varying, character varying, uuid[], character varying[], character varying[], jsonb[], bytea[], character varying[], character varying[], jsonb[], character varying[], timestamp with time zone[], bigint); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_quick_append_events(stream uuid, stream_type character varying, tenantid character varying, event_ids uuid[], event_types character varying[], dotnet_types character varying[], bodies jsonb[], bdatas bytea[], causation_ids character varying[], correlation_ids character varying[], headers jsonb[], user_names character varying[], timestamps timestamp with time zone[], expected_version bigint DEFAULT NULL::bigint) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
	event_version bigint;
	stream_is_archived boolean;
	event_type varchar;
	event_id uuid;
	body jsonb;
	index int;
	seq bigint;
    actual_tenant varchar;
    is_new_stream boolean := false;
	return_value bigint[];
BEGIN
    if expected_version IS NOT NULL then
        -- COALESCE turns the NULL we get for a brand-new stream into 0, so a
        -- FetchForWriting against a non-existent stream (which sets
        -- ExpectedVersionOnServer = 0) and a StartStream(id, version: 0) both
        -- land on the new-stream branch instead of mis-firing the guard.
        select version, is_archived into event_version, stream_is_archived from followup.mt_streams where id = stream AND tenant_id = tenantid;
        if COALESCE(event_version, 0) != expected_version then
            RAISE EXCEPTION 'Stream version mismatch on ''%'': expected %, actual %', stream, expected_version, COALESCE(event_version, 0) USING ERRCODE = 'MT003';
        end if;
    else
        select version, is_archived into event_version, stream_is_archived from followup.mt_streams where id = stream AND tenant_id = tenantid;
    end if;

	if event_version IS NULL then
		event_version = 0;
		is_new_stream := true;
		-- #5456 follow-up: insert the FINAL version straight away rather than 0 plus a
		-- trailing UPDATE of the row we just wrote in this same transaction. That UPDATE
		-- is a second heap tuple + WAL record per stream creation for no observable gain
		-- -- nothing outside this transaction can see the intermediate 0. The trailing
		-- UPDATE below is skipped for this branch via is_new_stream.
		insert into followup.mt_streams (id, type, version, timestamp, tenant_id) values (stream, stream_type, COALESCE(array_length(event_ids, 1), 0), now(), tenantid);
    else
        if stream_is_archived then
            RAISE EXCEPTION 'Attempted to append event to archived stream with Id ''%''.', stream USING ERRCODE = 'MT001';
        end if;
        if tenantid IS NOT NULL then
            select tenant_id into actual_tenant from followup.mt_streams where id = stream AND tenant_id = tenantid;
            if actual_tenant != tenantid then
                RAISE EXCEPTION 'The tenantid does not match the existing stream';
            end if;
        end if;
	end if;

	index := 1;
	-- #5062: array_length('{}', 1) is NULL in PostgreSQL, not 0, so a call with an
	-- empty event array used to return ARRAY[NULL] -- a bigint[] whose only element
	-- is NULL, which Npgsql cannot read into long[] ('Cannot read a non-nullable
	-- collection of elements because the returned array contains nulls'). COALESCE
	-- makes the empty case mean what it says: zero events appended, so the final
	-- version is the stream's current version.
	return_value := ARRAY[event_version + COALESCE(array_length(event_ids, 1), 0)];

	foreach event_id in ARRAY event_ids
	loop
        seq := nextval('followup.mt_events_sequence');
		return_value := array_append(return_value, seq);

	    event_version := event_version + 1;
		event_type = event_types[index];
		body = bodies[index];

		-- #4515 / #4578 / Phase 2: bdatas[index] carries the binary payload
		-- for events opted in to binary serialization (NULL otherwise).
		-- bodies[index] is the {} JSON placeholder for those events so the
		-- existing data jsonb NOT NULL constraint stays intact.
		insert into followup.mt_events
			(seq_id, id, stream_id, version, data, bdata, type, tenant_id, timestamp, mt_dotnet_type, is_archived, causation_id, correlation_id, headers, user_name)
		values
			(seq, event_id, stream, event_version, body, bdatas[index], event_type, tenantid, timestamps[index], dotnet_types[index], FALSE, causation_ids[index], correlation_ids[index], headers[index], user_names[index]);

		index := index + 1;
	end loop;

	-- A brand-new stream already carries its final version from the insert above, so the
	-- UPDATE is only needed when we appended onto a stream that already existed.
	--
	-- #5539: and only when we actually appended something. With ZERO events this was a BLIND write-back
	-- of the version read at the top of the function, and under READ COMMITTED that is a lost update: the
	-- UPDATE waits on a concurrent appender's row lock, the winner commits, the WHERE clause is
	-- re-evaluated against the new row, and `set version = <the stale value>` lands -- leaving
	-- mt_streams.version BELOW the stream's own events. Every later append then computes a version that
	-- already exists and dies on pk_mt_events_stream_and_version, forever, until the row is repaired by
	-- hand. A non-empty call cannot do this: its first INSERT collides with the winner on that same
	-- primary key and rolls the whole thing back, which is why only the empty case was exposed.
	--
	-- Two independent guards, because either alone would have been enough and the cost of both is nil:
	--   * the append count -- appending nothing has nothing to write, so the correct number of statements
	--     is zero rather than one that happens to be harmless;
	--   * greatest(), so the write-back can never LOWER a stream's version whoever calls it. An append
	--     only ever moves a version forward, so this is a no-op on every correct path and a backstop on
	--     any future caller that reads the version and then writes it back.
	if not is_new_stream and COALESCE(array_length(event_ids, 1), 0) > 0 then
		update followup.mt_streams set version = greatest(version, event_version), timestamp = now() where id = stream AND tenant_id = tenantid;
	end if;

	return return_value;
END
$$;


--
-- Name: mt_safe_unaccent(boolean, text); Type: FUNCTION; Schema: followup; Owner: -
--

CREATE FUNCTION followup.mt_safe_unaccent(use_unaccent boolean, word text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT
    AS $$
BEGIN
IF use_unaccent THEN
    RETURN public.unaccent(word);
ELSE
    RETURN word;
END IF;
END;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: mt_doc_calendarfeed; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_calendarfeed (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    user_id character varying
);


--
-- Name: mt_doc_calldraft; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_calldraft (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_cohortrow; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_cohortrow (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    kind character varying
);


--
-- Name: mt_doc_colleague; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_colleague (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_coursedocument; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_coursedocument (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version bigint DEFAULT 0 NOT NULL,
    work_from date,
    remind_from date,
    alert_from date,
    protocol character varying
);


--
-- Name: mt_doc_deadletterevent; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_deadletterevent (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_envelope; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_envelope (
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_identityread; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_identityread (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying,
    at timestamp with time zone,
    by character varying,
    patient_id uuid
);


--
-- Name: mt_doc_patient_directory; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_patient_directory (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version integer DEFAULT 0 NOT NULL,
    tokens bigint[]
);


--
-- Name: mt_doc_rebuildplace; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_rebuildplace (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_reminderclaim; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_reminderclaim (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version integer DEFAULT 0 NOT NULL,
    state integer,
    claimed_at timestamp with time zone,
    changed_at timestamp with time zone,
    reminder_channel integer,
    patient_id uuid
);


--
-- Name: mt_doc_reportjob; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_reportjob (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_requestrecord; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_requestrecord (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id character varying NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_version uuid DEFAULT (md5(((random())::text || (clock_timestamp())::text)))::uuid NOT NULL,
    mt_dotnet_type character varying
);


--
-- Name: mt_doc_sendingpause; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_sendingpause (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version integer DEFAULT 0 NOT NULL
);


--
-- Name: mt_doc_worklistclaim; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_doc_worklistclaim (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    data jsonb NOT NULL,
    mt_last_modified timestamp with time zone DEFAULT transaction_timestamp(),
    mt_dotnet_type character varying,
    mt_version integer DEFAULT 0 NOT NULL
);


--
-- Name: mt_event_progression; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_event_progression (
    name character varying NOT NULL,
    last_seq_id bigint,
    last_updated timestamp with time zone DEFAULT transaction_timestamp(),
    mode character varying DEFAULT 'none'::character varying,
    rebuild_threshold integer DEFAULT 0,
    assigned_node integer DEFAULT 0,
    heartbeat timestamp with time zone,
    agent_status character varying(20),
    pause_reason text,
    running_on_node integer,
    warning_behind_threshold bigint,
    critical_behind_threshold bigint,
    failure_category character varying(50),
    failure_event_sequence bigint,
    failure_event_type character varying(500),
    failure_event_tenant_id character varying(500)
);


--
-- Name: mt_event_projection_floors; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_event_projection_floors (
    name character varying NOT NULL,
    tenant_id character varying NOT NULL,
    floor bigint NOT NULL,
    last_updated timestamp with time zone DEFAULT transaction_timestamp()
);


--
-- Name: mt_events; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_events (
    seq_id bigint NOT NULL,
    id uuid NOT NULL,
    stream_id uuid,
    version bigint NOT NULL,
    data jsonb NOT NULL,
    bdata bytea,
    type character varying(500) NOT NULL,
    "timestamp" timestamp with time zone DEFAULT '2026-11-30 23:12:52.926225+00'::timestamp with time zone NOT NULL,
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying,
    mt_dotnet_type character varying,
    correlation_id character varying,
    causation_id character varying,
    headers jsonb,
    user_name character varying,
    is_archived boolean DEFAULT false
);


--
-- Name: mt_events_sequence; Type: SEQUENCE; Schema: followup; Owner: -
--

CREATE SEQUENCE followup.mt_events_sequence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: mt_events_sequence; Type: SEQUENCE OWNED BY; Schema: followup; Owner: -
--

ALTER SEQUENCE followup.mt_events_sequence OWNED BY followup.mt_events.seq_id;


--
-- Name: mt_high_water_skips; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_high_water_skips (
    ending_sequence bigint NOT NULL,
    starting_sequence bigint NOT NULL,
    "timestamp" timestamp with time zone DEFAULT transaction_timestamp()
);


--
-- Name: mt_streams; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.mt_streams (
    tenant_id character varying DEFAULT '*DEFAULT*'::character varying NOT NULL,
    id uuid NOT NULL,
    type character varying,
    version bigint,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    created timestamp with time zone DEFAULT now() NOT NULL,
    compacted_version bigint DEFAULT 0 NOT NULL,
    is_archived boolean DEFAULT false
);


--
-- Name: wolverine_agent_restrictions; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_agent_restrictions (
    id uuid NOT NULL,
    uri character varying NOT NULL,
    type character varying NOT NULL,
    node integer DEFAULT 0 NOT NULL
);


--
-- Name: wolverine_control_queue; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_control_queue (
    id uuid NOT NULL,
    message_type character varying NOT NULL,
    node_id uuid NOT NULL,
    body bytea NOT NULL,
    posted timestamp with time zone DEFAULT now() NOT NULL,
    expires timestamp with time zone
);


--
-- Name: wolverine_dead_letter_history; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_dead_letter_history (
    id uuid NOT NULL,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    first_failed_at timestamp with time zone
);


--
-- Name: wolverine_dead_letters; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_dead_letters (
    id uuid NOT NULL,
    execution_time timestamp with time zone,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    source character varying,
    exception_type character varying,
    exception_message character varying,
    sent_at timestamp with time zone,
    replayable boolean,
    failure_group character varying(100),
    failure_title character varying(500),
    failed_at timestamp with time zone,
    first_failed_at timestamp with time zone,
    replay_count integer,
    last_replayed_at timestamp with time zone,
    archived_at timestamp with time zone
);


--
-- Name: wolverine_incoming_envelopes; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_incoming_envelopes (
    id uuid NOT NULL,
    status character varying NOT NULL,
    owner_id integer NOT NULL,
    execution_time timestamp with time zone,
    attempts integer DEFAULT 0,
    body bytea NOT NULL,
    message_type character varying NOT NULL,
    received_at character varying,
    keep_until timestamp with time zone
);


--
-- Name: wolverine_node_assignments; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_node_assignments (
    id character varying NOT NULL,
    node_id uuid,
    started timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: wolverine_node_records; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_node_records (
    id integer NOT NULL,
    node_number integer NOT NULL,
    event_name character varying NOT NULL,
    "timestamp" timestamp with time zone DEFAULT now() NOT NULL,
    description character varying
);


--
-- Name: wolverine_node_records_id_seq; Type: SEQUENCE; Schema: followup; Owner: -
--

CREATE SEQUENCE followup.wolverine_node_records_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: wolverine_node_records_id_seq; Type: SEQUENCE OWNED BY; Schema: followup; Owner: -
--

ALTER SEQUENCE followup.wolverine_node_records_id_seq OWNED BY followup.wolverine_node_records.id;


--
-- Name: wolverine_nodes; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_nodes (
    id uuid NOT NULL,
    node_number integer NOT NULL,
    description character varying NOT NULL,
    uri character varying NOT NULL,
    started timestamp with time zone DEFAULT now() NOT NULL,
    health_check timestamp with time zone DEFAULT now() NOT NULL,
    version character varying,
    capabilities text[]
);


--
-- Name: wolverine_nodes_node_number_seq; Type: SEQUENCE; Schema: followup; Owner: -
--

CREATE SEQUENCE followup.wolverine_nodes_node_number_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: wolverine_nodes_node_number_seq; Type: SEQUENCE OWNED BY; Schema: followup; Owner: -
--

ALTER SEQUENCE followup.wolverine_nodes_node_number_seq OWNED BY followup.wolverine_nodes.node_number;


--
-- Name: wolverine_outgoing_envelopes; Type: TABLE; Schema: followup; Owner: -
--

CREATE TABLE followup.wolverine_outgoing_envelopes (
    id uuid NOT NULL,
    owner_id integer NOT NULL,
    destination character varying NOT NULL,
    deliver_by timestamp with time zone,
    body bytea NOT NULL,
    attempts integer DEFAULT 0,
    message_type character varying NOT NULL
);


--
-- Name: qrtz_blob_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_blob_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    blob_data bytea
);


--
-- Name: qrtz_calendars; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_calendars (
    sched_name text NOT NULL,
    calendar_name text NOT NULL,
    calendar bytea NOT NULL
);


--
-- Name: qrtz_cron_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_cron_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    cron_expression text NOT NULL,
    time_zone_id text
);


--
-- Name: qrtz_execution_history; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_execution_history (
    sched_name text NOT NULL,
    entry_id text NOT NULL,
    instance_name text NOT NULL,
    job_name text NOT NULL,
    job_group text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    fired_time bigint NOT NULL,
    run_time bigint NOT NULL,
    succeeded boolean NOT NULL,
    error_message text,
    retry_attempt integer DEFAULT 0 NOT NULL,
    retry_scheduled boolean DEFAULT false NOT NULL,
    execution_log text,
    result integer,
    summary text,
    metrics text,
    manual boolean,
    fire_instance_id text,
    job_input text,
    job_input_too_large boolean
);


--
-- Name: qrtz_fired_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_fired_triggers (
    sched_name text NOT NULL,
    entry_id text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    instance_name text NOT NULL,
    fired_time bigint NOT NULL,
    sched_time bigint NOT NULL,
    priority integer NOT NULL,
    state text NOT NULL,
    job_name text,
    job_group text,
    is_nonconcurrent boolean NOT NULL,
    requests_recovery boolean,
    execution_group character varying(200),
    progress integer,
    progress_message character varying(250),
    interrupt_requested_time bigint
);


--
-- Name: qrtz_job_details; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_job_details (
    sched_name text NOT NULL,
    job_name text NOT NULL,
    job_group text NOT NULL,
    description text,
    job_class_name text NOT NULL,
    is_durable boolean NOT NULL,
    is_nonconcurrent boolean NOT NULL,
    is_update_data boolean NOT NULL,
    requests_recovery boolean NOT NULL,
    job_data bytea
);


--
-- Name: qrtz_job_status; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_job_status (
    sched_name text NOT NULL,
    job_group text NOT NULL,
    job_name text NOT NULL,
    first_fired_time bigint NOT NULL,
    last_fired_time bigint NOT NULL,
    last_result integer NOT NULL,
    last_run_time bigint NOT NULL,
    last_instance_name text NOT NULL,
    last_entry_id text,
    last_summary text,
    last_success_time bigint,
    last_failure_time bigint,
    last_failure_message text,
    consecutive_failures integer DEFAULT 0 NOT NULL,
    run_count bigint DEFAULT 0 NOT NULL,
    failure_count bigint DEFAULT 0 NOT NULL
);


--
-- Name: qrtz_locks; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_locks (
    sched_name text NOT NULL,
    lock_name text NOT NULL
);


--
-- Name: qrtz_misfire_history; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_misfire_history (
    sched_name text NOT NULL,
    entry_id text NOT NULL,
    instance_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    job_name text,
    job_group text,
    misfire_time bigint NOT NULL,
    sched_time bigint,
    reason integer
);


--
-- Name: qrtz_paused_job_grps; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_paused_job_grps (
    sched_name text NOT NULL,
    job_group text NOT NULL,
    pause_reason character varying(250),
    paused_by character varying(200),
    paused_at bigint
);


--
-- Name: qrtz_paused_trigger_grps; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_paused_trigger_grps (
    sched_name text NOT NULL,
    trigger_group text NOT NULL,
    pause_reason character varying(250),
    paused_by character varying(200),
    paused_at bigint
);


--
-- Name: qrtz_scheduler_state; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_scheduler_state (
    sched_name text NOT NULL,
    instance_name text NOT NULL,
    last_checkin_time bigint NOT NULL,
    checkin_interval bigint NOT NULL,
    quartz_version character varying(20)
);


--
-- Name: qrtz_simple_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_simple_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    repeat_count bigint NOT NULL,
    repeat_interval bigint NOT NULL,
    times_triggered bigint NOT NULL
);


--
-- Name: qrtz_simprop_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_simprop_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    str_prop_1 text,
    str_prop_2 text,
    str_prop_3 text,
    int_prop_1 integer,
    int_prop_2 integer,
    long_prop_1 bigint,
    long_prop_2 bigint,
    dec_prop_1 numeric,
    dec_prop_2 numeric,
    bool_prop_1 boolean,
    bool_prop_2 boolean,
    time_zone_id text
);


--
-- Name: qrtz_triggers; Type: TABLE; Schema: quartz; Owner: -
--

CREATE TABLE quartz.qrtz_triggers (
    sched_name text NOT NULL,
    trigger_name text NOT NULL,
    trigger_group text NOT NULL,
    job_name text NOT NULL,
    job_group text NOT NULL,
    description text,
    next_fire_time bigint,
    prev_fire_time bigint,
    priority integer,
    trigger_state text NOT NULL,
    trigger_type text NOT NULL,
    start_time bigint NOT NULL,
    end_time bigint,
    calendar_name text,
    misfire_instr smallint,
    misfire_orig_fire_time bigint,
    execution_group character varying(200),
    preferred_node character varying(200),
    preferred_node_auto boolean DEFAULT false NOT NULL,
    retry_policy character varying(250),
    retry_attempt integer,
    continues_trigger_name text,
    continues_trigger_group text,
    continuation_condition integer,
    overlap_policy integer,
    pause_reason character varying(250),
    paused_by character varying(200),
    paused_at bigint,
    misfire_threshold bigint,
    fixed_delay boolean,
    job_data bytea
);


--
-- Name: wolverine_node_records id; Type: DEFAULT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_node_records ALTER COLUMN id SET DEFAULT nextval('followup.wolverine_node_records_id_seq'::regclass);


--
-- Name: wolverine_nodes node_number; Type: DEFAULT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_nodes ALTER COLUMN node_number SET DEFAULT nextval('followup.wolverine_nodes_node_number_seq'::regclass);


--
-- Data for Name: mt_doc_calendarfeed; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_calldraft; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_cohortrow; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_doc_cohortrow VALUES
	('izmir', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2', '{"id": "3feeacae-9a8e-81e6-aa97-57f8227c6cd2", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 5, "operations": [{"time": {"endedOn": 372, "occasions": [{"day": 339, "reached": 64.08450704225352112676056338}], "hasBaseline": true}, "flags": "BSSM-2023.1|Normal,Unclassified|Indeterminate,Unclassified,decline EAU-2023.1|Normal,Unclassified|LowUnconfirmed,Unclassified,decline EAU-2025.1|Normal,Unclassified|LowUnconfirmed,Unclassified,decline ES-2018.1|Normal,Unclassified|LowUnconfirmed,Unclassified,decline TT300-AM2-2018.1|Normal,Unclassified|LowUnconfirmed,Unclassified,decline", "windows": [{"to": "2025-01-09", "window": "Months6To9", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2025-04-24", "window": "Months12", "ofFirst": 64.08450704225352112676056338, "ofIndex": 64.08450704225352112676056338, "nmolPerLitre": 9.1}, {"to": "2025-10-25", "window": "Months18", "ofFirst": "CompetingEvent:NewOperation", "ofIndex": "CompetingEvent:NewOperation"}, {"to": "2026-05-09", "window": "Months24", "ofFirst": "CompetingEvent:NewOperation", "ofIndex": "CompetingEvent:NewOperation"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "NotFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}, "preFirstNmolPerLitre": 14.2, "preIndexNmolPerLitre": 14.2}, {"time": {"occasions": [], "hasBaseline": true}, "flags": "BSSM-2023.1|Indeterminate,Unclassified|NoData,Unclassified EAU-2023.1|LowUnconfirmed,Unclassified|NoData,Unclassified,preExisting EAU-2025.1|LowUnconfirmed,Unclassified|NoData,Unclassified,preExisting ES-2018.1|LowUnconfirmed,Unclassified|NoData,Unclassified,preExisting TT300-AM2-2018.1|LowUnconfirmed,Unclassified|NoData,Unclassified,preExisting", "windows": [{"to": "2026-01-16", "window": "Months6To9", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2026-05-01", "window": "Months12", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2026-11-01", "window": "Months18", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2027-05-16", "window": "Months24", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}], "retrieval": {"type": "MTESE", "number": 2, "workUp": {}, "outcome": "SpermFound", "isSalvage": true, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "previousType": "MTESE", "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}, "preFirstNmolPerLitre": 14.2, "preIndexNmolPerLitre": 9.1}], "agreesToResearch": false}', '2026-11-30 23:12:58.081354+00', '01a22ebb-a0d2-4ee7-b4e0-91e52798bd6a', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000001', '{"id": "aaaaaaaa-0000-4000-8000-000000000001", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 5, "operations": [{"time": {"occasions": [{"day": 203, "reached": 50}, {"day": 264, "reached": {"code": "Censored", "atMost": 70}}], "hasBaseline": true}, "flags": "BSSM-2023.1|Normal,Unclassified|Indeterminate,Unclassified EAU-2023.1|Normal,Unclassified|LowUnconfirmed,Unclassified EAU-2025.1|Normal,Unclassified|LowUnconfirmed,Unclassified ES-2018.1|Normal,Unclassified|Normal,Unclassified TT300-AM2-2018.1|Normal,Unclassified|LowUnconfirmed,Unclassified", "windows": [{"to": "2025-11-09", "window": "Months6To9", "ofFirst": 50, "ofIndex": 50, "nmolPerLitre": 10}, {"to": "2026-02-24", "window": "Months12", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2026-08-24", "window": "Months18", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2027-03-11", "window": "Months24", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "SpermFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}, "preFirstNmolPerLitre": 20, "preIndexNmolPerLitre": 20}], "agreesToResearch": false}', '2026-11-30 23:12:58.081354+00', '01a22ebb-a0d3-4d53-b296-f4c33bca830f', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000002', '{"id": "aaaaaaaa-0000-4000-8000-000000000002", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [{"day": 203, "reached": {"code": "Censored", "atMost": 65}}], "hasBaseline": true}, "flags": "BSSM-2023.1|Normal,Unclassified|Indeterminate,Unclassified,decline EAU-2023.1|Normal,Unclassified|Indeterminate,Unclassified,decline EAU-2025.1|Normal,Unclassified|Indeterminate,Unclassified,decline ES-2018.1|Normal,Unclassified|Indeterminate,Unclassified,decline TT300-AM2-2018.1|Normal,Unclassified|Indeterminate,Unclassified,decline", "windows": [{"to": "2025-11-09", "window": "Months6To9", "ofFirst": {"code": "Censored", "atMost": 65}, "ofIndex": {"code": "Censored", "atMost": 65}, "nmolPerLitre": 13}, {"to": "2026-02-24", "window": "Months12", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2026-08-24", "window": "Months18", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2027-03-11", "window": "Months24", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "SpermFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}, "preFirstNmolPerLitre": 20, "preIndexNmolPerLitre": 20}], "agreesToResearch": false}', '2026-11-30 23:12:58.081354+00', '01a22ebb-a0d4-4a2e-8ff7-9753c58a4957', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000003', '{"id": "aaaaaaaa-0000-4000-8000-000000000003", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 5, "operations": [{"time": {"occasions": [{"day": 203}, {"day": 264}], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|LowUnconfirmed,Unclassified EAU-2023.1|NoData,Unclassified|LowConfirmed,Primary EAU-2025.1|NoData,Unclassified|LowConfirmed,Primary ES-2018.1|NoData,Unclassified|Discordant,Unclassified TT300-AM2-2018.1|NoData,Unclassified|LowConfirmed,Primary", "windows": [{"to": "2025-11-09", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline", "nmolPerLitre": 7}, {"to": "2026-02-24", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-08-24", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-03-11", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "SpermFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}}], "agreesToResearch": false}', '2026-11-30 23:12:58.081354+00', '01a22ebb-a0d4-4aef-85a2-b177ec085212', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000004', '{"id": "aaaaaaaa-0000-4000-8000-000000000004", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 6, "operations": [{"time": {"occasions": [{"day": 172}, {"day": 203}, {"day": 234}, {"day": 264}], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|Normal,Unclassified EAU-2023.1|NoData,Unclassified|Discordant,Unclassified EAU-2025.1|NoData,Unclassified|Discordant,Unclassified ES-2018.1|NoData,Unclassified|Normal,Unclassified TT300-AM2-2018.1|NoData,Unclassified|Discordant,Unclassified", "windows": [{"to": "2025-11-09", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline", "nmolPerLitre": 10}, {"to": "2026-02-24", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-08-24", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-03-11", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "SpermFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}}], "agreesToResearch": false}', '2026-11-30 23:12:58.081354+00', '01a22ebb-a0d4-4086-bd89-2d3a7451c81c', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000005', '{"id": "aaaaaaaa-0000-4000-8000-000000000005", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 4, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|Indeterminate,Unclassified|NoData,Unclassified EAU-2023.1|Indeterminate,Unclassified|NoData,Unclassified EAU-2025.1|Indeterminate,Unclassified|NoData,Unclassified ES-2018.1|Indeterminate,Unclassified|NoData,Unclassified TT300-AM2-2018.1|Indeterminate,Unclassified|NoData,Unclassified", "windows": [{"to": "2025-11-09", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-02-24", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-08-24", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-03-11", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 2, "workUp": {}, "outcome": "SpermFound", "isSalvage": true, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "previousType": "TESA", "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}}], "agreesToResearch": false}', '2026-11-30 23:12:58.88736+00', '01a22ebb-a406-4ea2-824b-38f851940f43', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000006', '{"id": "aaaaaaaa-0000-4000-8000-000000000006", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 5, "operations": [{"time": {"endedOn": 32, "occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|Normal,Compensated EAU-2023.1|NoData,Unclassified|Normal,Compensated EAU-2025.1|NoData,Unclassified|Normal,Compensated ES-2018.1|NoData,Unclassified|Normal,Compensated TT300-AM2-2018.1|NoData,Unclassified|Normal,Compensated", "windows": [{"to": "2024-12-29", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2025-04-14", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2025-10-13", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-04-29", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "SpermFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}}], "agreesToResearch": false}', '2026-11-30 23:12:58.88736+00', '01a22ebb-a406-4605-a839-936b5d3e7c84', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000007', '{"id": "aaaaaaaa-0000-4000-8000-000000000007", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 3, "operations": [{"time": {"endedOn": 199, "occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2024-12-29", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2025-04-14", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2025-10-13", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-04-29", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "SpermFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}}, {"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2025-07-15", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2025-10-30", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-04-29", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-11-14", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 2, "workUp": {}, "outcome": "SpermFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "previousType": "MTESE", "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}}], "agreesToResearch": false}', '2026-11-30 23:12:58.88736+00', '01a22ebb-a406-452e-94b5-da121d42af6b', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000008', '{"id": "aaaaaaaa-0000-4000-8000-000000000008", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 2, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2025-11-09", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-02-24", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2026-08-24", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-03-11", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "SpermFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}}], "agreesToResearch": false}', '2026-11-30 23:12:58.88736+00', '01a22ebb-a406-49f0-b18b-6d2232b2fde8', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'c0ffee00-0000-4000-8000-000000000001', '{"id": "c0ffee00-0000-4000-8000-000000000001", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 5, "operations": [{"time": {"occasions": [{"day": 210, "reached": 42.95774647887323943661971831}], "hasBaseline": true}, "flags": "BSSM-2023.1|Normal,Unclassified|LowUnconfirmed,Unclassified,decline EAU-2023.1|Normal,Unclassified|LowUnconfirmed,Unclassified,decline EAU-2025.1|Normal,Unclassified|LowUnconfirmed,Unclassified,decline ES-2018.1|Normal,Unclassified|LowUnconfirmed,Unclassified,decline TT300-AM2-2018.1|Normal,Unclassified|LowUnconfirmed,Unclassified,decline", "windows": [{"to": "2026-01-09", "window": "Months6To9", "ofFirst": 42.95774647887323943661971831, "ofIndex": 42.95774647887323943661971831, "nmolPerLitre": 6.1}, {"to": "2026-04-24", "window": "Months12", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2026-10-25", "window": "Months18", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}, {"to": "2027-05-09", "window": "Months24", "ofFirst": "NotYetDue", "ofIndex": "NotYetDue"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "NotFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}, "preFirstNmolPerLitre": 14.2, "preIndexNmolPerLitre": 14.2}], "agreesToResearch": false}', '2026-11-30 23:12:58.88736+00', '01a22ebb-a406-42ee-a697-e977471f2b0f', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1'),
	('izmir', 'bbbbbbbb-0000-4000-8000-000000000001', '{"id": "bbbbbbbb-0000-4000-8000-000000000001", "kind": "3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1", "isMan": true, "entries": 3, "operations": [{"time": {"occasions": [], "hasBaseline": false}, "flags": "BSSM-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2023.1|NoData,Unclassified|NoData,Unclassified EAU-2025.1|NoData,Unclassified|NoData,Unclassified ES-2018.1|NoData,Unclassified|NoData,Unclassified TT300-AM2-2018.1|NoData,Unclassified|NoData,Unclassified", "windows": [{"to": "2027-08-18", "window": "Months6To9", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2027-12-03", "window": "Months12", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-06-03", "window": "Months18", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}, {"to": "2028-12-18", "window": "Months24", "ofFirst": "NoBaseline", "ofIndex": "NoBaseline"}], "retrieval": {"type": "MTESE", "number": 1, "workUp": {}, "outcome": "SpermFound", "isSalvage": false, "karyotype": "NotTested", "operationId": "00000000-0000-0000-0000-000000000000", "ownHistology": [], "hormoneTherapy": false, "yMicrodeletion": "NotTested", "previousHistology": []}}], "agreesToResearch": false}', '2026-11-30 23:13:24.969629+00', '01a22ebc-09e9-4afc-a34c-3042c69a6c4c', 'FollowUp.Reports.Rows.CohortRow', '3 BSSM-2023.1 EAU-2023.1 EAU-2025.1 ES-2018.1 TT300-AM2-2018.1');


--
-- Data for Name: mt_doc_colleague; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_coursedocument; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_doc_coursedocument VALUES
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000006', '{"id": "aaaaaaaa-0000-4000-8000-000000000006", "protocol": "standard-2", "workFrom": "2024-03-01"}', '2026-11-30 23:13:24.995018+00', 'FollowUp.Patients.Recording.CourseDocument', 5, '2024-03-01', NULL, NULL, 'standard-2'),
	('izmir', 'bbbbbbbb-0000-4000-8000-000000000001', '{"id": "bbbbbbbb-0000-4000-8000-000000000001", "protocol": "standard-2", "workFrom": "2026-10-20", "remindFrom": "2026-12-01"}', '2026-11-30 23:13:24.997453+00', 'FollowUp.Patients.Recording.CourseDocument', 3, '2026-10-20', '2026-12-01', NULL, 'standard-2'),
	('izmir', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2', '{"id": "3feeacae-9a8e-81e6-aa97-57f8227c6cd2", "protocol": "standard-2", "workFrom": "2025-03-18"}', '2026-11-30 23:13:24.945607+00', 'FollowUp.Patients.Recording.CourseDocument', 5, '2025-03-18', NULL, NULL, 'standard-2'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000001', '{"id": "aaaaaaaa-0000-4000-8000-000000000001", "protocol": "standard-2", "workFrom": "2025-01-11"}', '2026-11-30 23:13:24.970613+00', 'FollowUp.Patients.Recording.CourseDocument', 5, '2025-01-11', NULL, NULL, 'standard-2'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000002', '{"id": "aaaaaaaa-0000-4000-8000-000000000002", "protocol": "standard-2", "workFrom": "2025-01-11"}', '2026-11-30 23:13:24.974714+00', 'FollowUp.Patients.Recording.CourseDocument', 4, '2025-01-11', NULL, NULL, 'standard-2'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000003', '{"id": "aaaaaaaa-0000-4000-8000-000000000003", "protocol": "standard-2", "workFrom": "2025-01-11"}', '2026-11-30 23:13:24.97868+00', 'FollowUp.Patients.Recording.CourseDocument', 5, '2025-01-11', NULL, NULL, 'standard-2'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000007', '{"id": "aaaaaaaa-0000-4000-8000-000000000007", "protocol": "standard-2", "workFrom": "2024-09-16"}', '2026-11-30 23:13:24.981447+00', 'FollowUp.Patients.Recording.CourseDocument', 3, '2024-09-16', NULL, NULL, 'standard-2'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000004', '{"id": "aaaaaaaa-0000-4000-8000-000000000004", "protocol": "standard-2", "workFrom": "2025-01-11"}', '2026-11-30 23:13:24.984234+00', 'FollowUp.Patients.Recording.CourseDocument', 6, '2025-01-11', NULL, NULL, 'standard-2'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000008', '{"id": "aaaaaaaa-0000-4000-8000-000000000008", "protocol": "standard-2", "workFrom": "2025-01-11"}', '2026-11-30 23:13:24.986888+00', 'FollowUp.Patients.Recording.CourseDocument', 2, '2025-01-11', NULL, NULL, 'standard-2'),
	('izmir', 'c0ffee00-0000-4000-8000-000000000001', '{"id": "c0ffee00-0000-4000-8000-000000000001", "protocol": "standard-2", "workFrom": "2025-03-11"}', '2026-11-30 23:13:24.989048+00', 'FollowUp.Patients.Recording.CourseDocument', 5, '2025-03-11', NULL, NULL, 'standard-2'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000005', '{"id": "aaaaaaaa-0000-4000-8000-000000000005", "protocol": "standard-2", "workFrom": "2025-01-11"}', '2026-11-30 23:13:24.991958+00', 'FollowUp.Patients.Recording.CourseDocument', 4, '2025-01-11', NULL, NULL, 'standard-2');


--
-- Data for Name: mt_doc_deadletterevent; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_envelope; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_identityread; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_doc_identityread VALUES
	('izmir', '01a22ebc-3c2d-78d7-b73c-3ef040113e53', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-78d7-b73c-3ef040113e53", "address": "GET /worklist", "patientId": "3feeacae-9a8e-81e6-aa97-57f8227c6cd2"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-4421-ab73-3a83028a8bc9', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2'),
	('izmir', '01a22ebc-3c2d-7765-a232-b9110d6634cc', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-7765-a232-b9110d6634cc", "address": "GET /worklist", "patientId": "aaaaaaaa-0000-4000-8000-000000000001"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-4cec-b1ee-c2a9afd20ed8', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'aaaaaaaa-0000-4000-8000-000000000001'),
	('izmir', '01a22ebc-3c2d-7ed4-9912-3b041d869c4f', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-7ed4-9912-3b041d869c4f", "address": "GET /worklist", "patientId": "aaaaaaaa-0000-4000-8000-000000000002"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-441b-806c-aba50a3f8305', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'aaaaaaaa-0000-4000-8000-000000000002'),
	('izmir', '01a22ebc-3c2d-74ae-b79d-75844a2bc411', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-74ae-b79d-75844a2bc411", "address": "GET /worklist", "patientId": "aaaaaaaa-0000-4000-8000-000000000003"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-4363-9491-d7e77db42659', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'aaaaaaaa-0000-4000-8000-000000000003'),
	('izmir', '01a22ebc-3c2d-7340-aa20-353c6ac3c259', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-7340-aa20-353c6ac3c259", "address": "GET /worklist", "patientId": "aaaaaaaa-0000-4000-8000-000000000004"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-4d71-95c6-f0768c9b0873', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'aaaaaaaa-0000-4000-8000-000000000004'),
	('izmir', '01a22ebc-3c2d-7a84-a1d0-eaf295c8a133', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-7a84-a1d0-eaf295c8a133", "address": "GET /worklist", "patientId": "aaaaaaaa-0000-4000-8000-000000000005"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-4894-aff3-cf161d8b163a', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'aaaaaaaa-0000-4000-8000-000000000005'),
	('izmir', '01a22ebc-3c2d-7d66-bb5c-5cef4d1cfbac', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-7d66-bb5c-5cef4d1cfbac", "address": "GET /worklist", "patientId": "aaaaaaaa-0000-4000-8000-000000000006"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-415c-aee8-c9826193e081', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'aaaaaaaa-0000-4000-8000-000000000006'),
	('izmir', '01a22ebc-3c2d-78bd-9244-96ac2f53fce4', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-78bd-9244-96ac2f53fce4", "address": "GET /worklist", "patientId": "aaaaaaaa-0000-4000-8000-000000000007"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-4783-ae40-d8b3f64f4aa6', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'aaaaaaaa-0000-4000-8000-000000000007'),
	('izmir', '01a22ebc-3c2d-7e19-92eb-6da30821b71d', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-7e19-92eb-6da30821b71d", "address": "GET /worklist", "patientId": "aaaaaaaa-0000-4000-8000-000000000008"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-4562-8c72-8b050db0e49f', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'aaaaaaaa-0000-4000-8000-000000000008'),
	('izmir', '01a22ebc-3c2d-7bf3-be93-c32a2071b961', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-7bf3-be93-c32a2071b961", "address": "GET /worklist", "patientId": "c0ffee00-0000-4000-8000-000000000001"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-41a2-91b7-f6c639ace57f', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'c0ffee00-0000-4000-8000-000000000001'),
	('izmir', '01a22ebc-3c2d-75c6-8401-723a75c23395', '{"at": "2026-11-30T23:13:37.836169+00:00", "by": "command-line", "id": "01a22ebc-3c2d-75c6-8401-723a75c23395", "address": "GET /worklist", "patientId": "bbbbbbbb-0000-4000-8000-000000000001"}', '2026-11-30 23:13:37.86581+00', '01a22ebc-3c49-481f-93a2-3f825c44934b', 'FollowUp.Access.IdentityRead', '2026-11-30 23:13:37.836169+00', 'command-line', 'bbbbbbbb-0000-4000-8000-000000000001');


--
-- Data for Name: mt_doc_patient_directory; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_doc_patient_directory VALUES
	('izmir', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2', '{"id": "3feeacae-9a8e-81e6-aa97-57f8227c6cd2", "version": 0, "identity": "dXmadWjqDje4hdtDAIfXTDgYqWuJT3B0cmMa1UhULR5lXe9FGM7dS6W0cYr/H1ImDtJzu+hSGSQWasXP+g3el5Ovaph6LJHa+2JFmakJmV3lhcT+gx9ZKrrQu7XlLiq7ACeIHuvTsbsuHWb/kMUkovbmyxeqMai/O6UfIafCc9fddCwKyzqgYUFwm/RXkRdy6hxnNKvAME7VEV9nseJDxozoCl4GMgV35nAnLsP2ECpaO7ICE/2jIH69RsEzPxVjj0k6aKdwcX3Q2cyPDYdUH67hFh5tkU9xbC//2ZGMA/dsNM5zyL7bsA==", "wrappedKey": "g901OStKlXXvrz+jYJR4rsUxDyZ792j0dk4Inkn8ghrydXwxSC1JlrZp8/LuljUTQOfrhpXxjBNBnMip", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:57.03288+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7861474081096860514,-5487954212873462640,-5291179085220006809,-4530448722325248814,3352562458933468694,4726593063726908190,7158109070985412500,8291061029527772184}'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000001', '{"id": "aaaaaaaa-0000-4000-8000-000000000001", "version": 0, "identity": "cydQeUB9uUllQWqsZXvdS2DjEwOrWewzovZsvtRQZOXl8AdukVqkUho6E0y0CpkW7dTzWjWoQwvJ64UrrYADZQsAdMhlBpVBrX1wo6C+/L4XcmpzsrDevcZDa8PnuNJ/q0N/hHMr9e+sFnSGcrZ+n4LwlIiRyvgHAnIEb5Nt/+IOWvz4LCWji4DB+2MFKmIgEdc9sYqY58mBV9mqJAPnN1b4L2kvCUux0Q1pwbKSN0xIW/PPrZ20F9s=", "wrappedKey": "fA65SHKaifAb6YXLlMQ0nJoiA/+axNqW/kIhy3B9V6OfkYWIagdOV+yD1A0PzrENNCWp9XW/lOdYDdnt", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:57.698243+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-2996226618828706848,-2061916533013642615,-1845026358820308841,1330755397315958362,2872863287421428840,5158458809994735909,7080284092664526335}'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000002', '{"id": "aaaaaaaa-0000-4000-8000-000000000002", "version": 0, "identity": "HLLP3Y8P/qhDo0RLldRY0vng0LTPuIHm824obzXuqey3bfFOiKswIfnbkJ9IzzhDJpfhnULGivbLdAJJoGsR25WpOVxZ5pPTy0pWqJipL2ux6oeUlDk4ftxh4Wpp3zfAZIEj9qQV5cBXMNLRfPFpRpwm0YkDBEveRAqJA9eWC9WEQ85lDhUArlUWoRjBhAtZQF8oHgGbktcKztffi/+5ZRPjlbRZkG/w8dnZCqQZaJJdfmhAV8+IhKlT", "wrappedKey": "F9sUllSSpTLVcSXweNGcRKFvRiSAAbwrhc7OdjNP9p+Jm7vs7mV5Pg1WRefdtoSfnMp7rGvVQqLVX/PM", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:57.73198+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-6049292393154614673,-2996226618828706848,-2061916533013642615,-1845026358820308841,1330755397315958362,5364623872318725034,7080284092664526335}'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000003', '{"id": "aaaaaaaa-0000-4000-8000-000000000003", "version": 0, "identity": "oryTS/zU6aVB9P6HSYgdrsJRzWO9OkNvOk6qDqD4KWPuiYUM9sDutyyA0+75bl5bwquJrpLwklC+FUHdqf78upFXapesyasTRrbW5MDPyDEFUJDVDxTp6fVXlbMxQJ/UZ6xa+EFJc1urfhbLr2Ud14iB2D7P1eUPverOSu1d96T1LFA8keppu7Bi0gf9KSlX3GHMBJ47aW1TvZSIdCOVMKYVVnL3urxdZR9REHbQeeXV4nn4WLTQQ88=", "wrappedKey": "i+ZsXL0n1er281USOeHLR+HURvJ96nkzQsYbT7yoS+rD2oFFZzruEaqOFSB1bGMZhKqEVSapCViIhho2", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:57.768825+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-2996226618828706848,-2061916533013642615,-1845026358820308841,1330755397315958362,7080284092664526335,7538359718755279304}'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000004', '{"id": "aaaaaaaa-0000-4000-8000-000000000004", "version": 0, "identity": "GzzihWQH3Ud9ggA42BWf7ZwQe8Mf2M8vp9ZinvnDAZpQQjY/1xzpEcB6nEXyY3AqYFLoBmQNhMao4ZWqIJjcX7OvtiRWuZH2uSjPwsiAB8sYX7S0n6ORWF2ORI/BtqvrpKBVpCRSzo+GeDSZIeYRh3QC6BBOH4PwblHC3QsVwfN3UOWM9xtkllJASgJ4fkWEnCSNxdMuLi4kd9/EWwIxfj1uWAraaXEk0XuCmy6C8lIfi20Wudov5hTG0Q==", "wrappedKey": "pAvpyXXDtd73MsbuiDTQ+usTIzyiEruwIII1A/E0oAFZamrXoaoxRxrg4UBQDHmGAwBBzPyikIgJvXnc", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:57.792905+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-6825273852508482073,-5712053478344187958,-2996226618828706848,-2061916533013642615,-1845026358820308841,1330755397315958362,3554560131066145730,7080284092664526335}'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000005', '{"id": "aaaaaaaa-0000-4000-8000-000000000005", "version": 0, "identity": "EJwYg2H2q7IoTwaEtptMtCjgM3ZgNPaZDBrNcgXyJfFC7QtjpRoD5QR+N8nMY7HwT7TqKoXwZ7d+dalBPkbbvraWxKBhKZEwlg2Rug1oxDxPrR2c9RFnBAPL9Wi10mBWsN6Y80WjJTW7HCaYtJvTaT5+/MEA/j86C+Og3gG3GHFh14yC4jkgLWlhUqebM64RiVoeVuQwEZOjBrKNRLiacJuhG/s9/TgoHvajRbRbhkUt7f2dc57930ec", "wrappedKey": "FIAfhGttSQbKGDfefe6wmpjUFQiYjeoh6ZQYvlC8XfdwK9l1BXrmErzzdiS76vtS7nTqa4xa4AVHHE9P", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:57.819376+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7067275313691966259,-2996226618828706848,-2061916533013642615,-1845026358820308841,1330755397315958362,5560168029395674901,7080284092664526335}'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000006', '{"id": "aaaaaaaa-0000-4000-8000-000000000006", "version": 0, "identity": "45G0+MSQ2VMb09XvA6RcxhDtJkMraPr6OYebs+vJeXafAQ2Jy2P0PEtIxIFxHXyyFNFePp8eGWXzm9dGt/GfCI9cB2gqggKAFyVkSBF3IElRRZqSGXD6tIMk9usOTpZ53TiRehSiBqed67GrwWNYH3Vv0bW2I+gnGZJlCo4xXxrFzu7mnlEzIK7vwGypJcCc02OvJkXfNsbKFuwbIPWrPolgICoCUnIWG93KzyyBoztVmoePYsaui2fbHQ==", "wrappedKey": "1LAHssNCcDgDSgNMywNz9S3w56fWp2AXm01KaA44jmqZESpLDzaZab+/zMFz+0adeHUE1w63KPH76km8", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:57.856398+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-9184094486045469579,-2996226618828706848,-2163428158860077137,-2061916533013642615,-1845026358820308841,1330755397315958362,2323456777955733463,7080284092664526335}'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000007', '{"id": "aaaaaaaa-0000-4000-8000-000000000007", "version": 0, "identity": "OWyKV1hRSH6jjQa8Vb/cXajAfBg5EJskKDpVqO8Hhhzam0Eoq6yXA7hv5m4j6zw3PmM8w/Kt70a6AJK15t73fKSjuuWmNk86n9eGpapBGBR2/9gP8e3X1a79wDMwgPmxVLEB4Z1NpDdVdeQecJSPG+CEox9GVff0KDxNWtre9iA5ZWdBz6z3w58SENBcmrQmuPoMUvG1xsjm9Jgw8wRL4jWMUciwQPSFfxo+YNlKtBxTkpSJS9he5QQ35w==", "wrappedKey": "lmOtG0a+Kt0OX6zWTvULzWBv9c13Bfjn+pLNSvDS5sxtG9f7xQagPokhz3EB3/IBeV3xTlAc1a3ku2JM", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:57.918245+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7830560089855358900,-7495537914328466322,-3755634521885285465,-2996226618828706848,-2061916533013642615,-1845026358820308841,1330755397315958362,7080284092664526335}'),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000008', '{"id": "aaaaaaaa-0000-4000-8000-000000000008", "version": 0, "identity": "TsW7d4yNQKeruqRBeUGCrKKQ09ukckHLb6lpDgyjz+S6ZLLfvmPoAi5/aV0OfK/1b4MPMf7GPlLjh+fAIFW+a2YyhOXHqwi+IZbCmUyj9hewlcpR2QCd8mg/0CEZ3zfhIdB8bN5D/mlNWpIcwLFNDJVT/AWYzWlb7/2vFnGpZMD64fsaTn8PGSCE6AHcq/+JTRczPnO9ODFQtllfKz8UVgH77z1zFeXUDPqUZm+7y6U80t0r1c0LX3AaF6k=", "wrappedKey": "zyah1SOUWpOrZu2Fbut1IypJXAzjPLPC1BzR4cbG93odlR13FsSADyid07zMApEI65+SvLI5O97bY6WT", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:57.927609+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-3439615625019764057,-2996226618828706848,-2248786762619303354,-2061916533013642615,-1845026358820308841,1330755397315958362,6359178998205958419,6453254767346260284,7080284092664526335}'),
	('izmir', 'c0ffee00-0000-4000-8000-000000000001', '{"id": "c0ffee00-0000-4000-8000-000000000001", "version": 0, "identity": "W2f9JSz4Jb775aJdef1dWlZv9tkXZ4jCSzKWLYoCj+Pwifj1TmzavEkRX0OQI4xCgxhXddJdFEW4CQLeANWyS7PEEsmzBvw8WfO9tI1lCRk8kT3nMG6/tufZAKTTmuZyW5XLcl0MR7016T18rE38FACmkGmv8oc24vVkOihjo75ytsHNGxaLxorMJhUzCVQODcVfZjQQXrx9QitpIy/rvgRC9K6qaDEOFak54rW3AsUAkAPaqjj5DxoQA1lqtW1lM0VV", "wrappedKey": "2AqbOsPal5NxJJ+/+RGEAEBKs6cy2yMesuCCtwaJnZVDj7zslhP7FRWybV9gq1sMsbZRQbLzcl0YrrKi", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:12:58.291841+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{181452435542698286,3886385762259470115,4784083006329915545,6268529473555494665,7243777397795490855,7365720196154507019}'),
	('izmir', 'bbbbbbbb-0000-4000-8000-000000000001', '{"id": "bbbbbbbb-0000-4000-8000-000000000001", "version": 0, "identity": "dNNT5LveiUi6Ej1hdqxw+R2Oi2SP9SBQeDciGbPbF0TZY2ajo4Gdf23qJjrSLwSxmi+csaXWykG4GC5NFku12r1f+Eags2S01mhXOERSfZUGtUdKPuI/XUZD9QZDMo8X9xHiREqHZbyDkVHU6423Pb+aAbEmgA+5YWnkTB3VU6w7PD1b49MurTqSCjuaVaFk0Q/SeNYg2LjiaWEQLja2faX5fsPT5UasqtKbekJOIbGiiCRojdHccD+oM4Sc/6QMJaV+gpnXD13AsyqjZ6u1voyTAiBNH1kJ/kg8P/J4ftuietlTXGFlCJkFP7dGzRbgTivPrPp2jk4YD+snY/nneG8UE6NlJ9Qljt4jwomz0dVO/RhTcGKd0bRCT1xG", "wrappedKey": "6TEO02dUk1cV9kho0Ih74SMbXU8lbQuPDwFjULUTjmQoEX0Q1WAW9Vv3Ht4fL8f9FPdeOH/oEobMcnGC", "masterKeyId": "6e1f9c23"}', '2026-11-30 23:13:14.394145+00', 'FollowUp.Patients.Directory.DirectoryEntry', 1, '{-7312516511849711965,-6305512086393912521,-5107499125144949537,-3030372297256896862,-2996226618828706848,-2061916533013642615,-1845026358820308841,181452435542698286,832226161607075440,883445335788226207,979265595289363474,1330755397315958362,2428928575526090078,3227898571084436711,6268529473555494665,7080284092664526335,7457384749216527237,7611518222536009520}');


--
-- Data for Name: mt_doc_rebuildplace; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_reminderclaim; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_reportjob; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_requestrecord; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_sendingpause; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_doc_worklistclaim; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_event_progression; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_event_progression VALUES
	('HighWaterAllocationFence', 48, '2026-11-30 23:13:52.00601+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('HighWaterMark', 48, '2026-11-30 23:13:52.006908+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('CohortRow:All', 48, '2026-11-30 23:13:24.969629+00', 'none', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Data for Name: mt_event_projection_floors; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_events; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_events VALUES
	(1, '72f4a60b-ad03-81a5-902e-27eaec02aa44', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2', 1, '{"ageYears": 39, "karyotype": "NotTested", "enrolledOn": "2024-02-03", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:56.790522+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '408fac1ae8628d3cbfc5c3de47a1f354', '08df4f37-782c-6864-b62a-9483318d0000', 'null', 'command-line', false),
	(2, '609f4cab-937d-8233-ac78-21354c0818ed', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2', 2, '{"side": "Unknown", "type": "MTESE", "outcome": "NotFound", "anaesthesia": "NotStated", "performedOn": "2024-03-10", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.105395+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '408fac1ae8628d3cbfc5c3de47a1f354', '08df4f37-7854-ff7b-b62a-9483318d0000', 'null', 'command-line', false),
	(3, '8c42a097-d518-88c1-86f6-c8407516a5a3', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2', 3, '{"unit": "nmol/L", "value": "14,2", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "culture": "tr-TR", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2024-02-12T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.206263+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '408fac1ae8628d3cbfc5c3de47a1f354', '08df4f37-7866-4b5b-b62a-9483318d0000', 'null', 'command-line', false),
	(4, '637af337-2865-81a4-8445-c60ec1d96f70', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2', 4, '{"side": "Unknown", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2025-03-17", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.279758+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '408fac1ae8628d3cbfc5c3de47a1f354', '08df4f37-7875-c119-b62a-9483318d0000', 'null', 'command-line', false),
	(5, 'b8a77fe4-3da5-8d4a-ae6d-f0d994306f05', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2', 5, '{"unit": "nmol/L", "value": "9,1", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "culture": "tr-TR", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-02-12T08:50:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.292694+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '408fac1ae8628d3cbfc5c3de47a1f354', '08df4f37-7878-f285-b62a-9483318d0000', 'null', 'command-line', false),
	(6, 'aaaaaaaa-0001-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000001', 1, '{"karyotype": "NotTested", "enrolledOn": "2024-01-01", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:57.69274+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78b6-9023-b62a-9483318d0000', 'null', 'command-line', false),
	(7, 'aaaaaaaa-0001-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000001', 2, '{"unit": "nmol/L", "value": "20", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2024-12-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.70941+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78b7-e033-b62a-9483318d0000', 'null', 'command-line', false),
	(8, 'aaaaaaaa-0001-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000001', 3, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2025-01-10", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.716216+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78b9-cb7e-b62a-9483318d0000', 'null', 'command-line', false),
	(9, 'aaaaaaaa-0001-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000001', 4, '{"unit": "nmol/L", "value": "10", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-08-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.722192+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78ba-ac37-b62a-9483318d0000', 'null', 'command-line', false),
	(10, 'aaaaaaaa-0001-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000001', 5, '{"unit": "nmol/L", "value": "<14", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-10-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.726709+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78bb-828c-b62a-9483318d0000', 'null', 'command-line', false),
	(11, 'aaaaaaaa-0002-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002', 1, '{"karyotype": "NotTested", "enrolledOn": "2024-01-01", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:57.729662+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78bc-3709-b62a-9483318d0000', 'null', 'command-line', false),
	(12, 'aaaaaaaa-0002-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000002', 2, '{"unit": "nmol/L", "value": "20", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2024-12-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.736579+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78bc-f950-b62a-9483318d0000', 'null', 'command-line', false),
	(13, 'aaaaaaaa-0002-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000002', 3, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2025-01-10", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.739913+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78bd-9882-b62a-9483318d0000', 'null', 'command-line', false),
	(14, 'aaaaaaaa-0002-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000002', 4, '{"unit": "nmol/L", "value": "<13", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-08-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.763587+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c0-f4fe-b62a-9483318d0000', 'null', 'command-line', false),
	(15, 'aaaaaaaa-0003-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000003', 1, '{"karyotype": "NotTested", "enrolledOn": "2024-01-01", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:57.766608+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c1-da30-b62a-9483318d0000', 'null', 'command-line', false),
	(16, 'aaaaaaaa-0003-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000003', 2, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2025-01-10", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.771947+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c2-7780-b62a-9483318d0000', 'null', 'command-line', false),
	(17, 'aaaaaaaa-0003-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000003', 3, '{"unit": "nmol/L", "value": "7", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-08-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.776653+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c3-186a-b62a-9483318d0000', 'null', 'command-line', false),
	(20, 'aaaaaaaa-0004-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000004', 1, '{"karyotype": "NotTested", "enrolledOn": "2024-01-01", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:57.791057+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c5-9519-b62a-9483318d0000', 'null', 'command-line', false),
	(18, 'aaaaaaaa-0003-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000003', 4, '{"unit": "nmol/L", "value": "10", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-10-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.78131+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c3-c28f-b62a-9483318d0000', 'null', 'command-line', false),
	(24, 'aaaaaaaa-0004-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000004', 5, '{"unit": "nmol/L", "value": "10", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-09-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.809823+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c8-3625-b62a-9483318d0000', 'null', 'command-line', false),
	(31, 'aaaaaaaa-0006-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000006', 2, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2024-02-29", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.860028+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78cf-e5a0-b62a-9483318d0000', 'null', 'command-line', false),
	(33, 'aaaaaaaa-0006-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000006', 4, '{"unit": "nmol/L", "value": "20", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2024-10-15T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.899477+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78d4-125c-b62a-9483318d0000', 'null', 'command-line', false),
	(34, 'aaaaaaaa-0006-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000006', 5, '{"unit": "IU/L", "value": "15", "biotin": "NotAsked", "status": "Final", "analyte": "LH", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2024-10-15T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.912942+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78d7-8a47-b62a-9483318d0000', 'null', 'command-line', false),
	(42, 'c0ffee00-0000-4000-8000-000000000004', 'c0ffee00-0000-4000-8000-000000000001', 3, '{"unit": "nmol/L", "value": "14.2", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-02-12T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:58.300971+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', 'f1b6abdbe2cde6f2f3179b7b5730cf30', '08df4f37-7913-18cf-b62a-9483318d0000', 'null', 'command-line', false),
	(46, 'bbbbbbbb-0001-4000-8000-000000000002', 'bbbbbbbb-0000-4000-8000-000000000001', 2, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2026-10-19", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:13:14.39902+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '6f0ed5ff4c8467fbbec7441741f14b00', '08df4f37-82ab-8ce0-b62a-9483318d0000', 'null', 'command-line', false),
	(47, 'bbbbbbbb-0001-4000-8000-000000000003', 'bbbbbbbb-0000-4000-8000-000000000001', 3, '{"form": "Written", "consents": true, "statedOn": "2026-10-01"}', NULL, 'reminder_consent_recorded', '2026-11-30 23:13:24.406277+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ReminderConsentRecorded, FollowUp', 'c662a5def4edb1f5cd95cbefe40e1d70', '08df4f37-88a2-95c1-b62a-9483318d0000', 'null', 'command-line', false),
	(19, 'aaaaaaaa-0003-4000-8000-000000000005', 'aaaaaaaa-0000-4000-8000-000000000003', 5, '{"unit": "IU/L", "value": "15", "biotin": "NotAsked", "status": "Final", "analyte": "LH", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-10-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.786255+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c4-8625-b62a-9483318d0000', 'null', 'command-line', false),
	(21, 'aaaaaaaa-0004-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000004', 2, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2025-01-10", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.795453+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c6-1a35-b62a-9483318d0000', 'null', 'command-line', false),
	(25, 'aaaaaaaa-0004-4000-8000-000000000006', 'aaaaaaaa-0000-4000-8000-000000000004', 6, '{"unit": "nmol/L", "value": "13", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-10-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.814345+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c8-dbbc-b62a-9483318d0000', 'null', 'command-line', false),
	(27, 'aaaaaaaa-0005-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000005', 2, '{"side": "Unknown", "type": "TESA", "source": "Patient", "outcome": "NotFound", "performedOn": "2024"}', NULL, 'earlier_procedure_reported', '2026-11-30 23:12:57.821326+00', 'izmir', 'FollowUp.Patients.Rules.Facts.EarlierProcedureReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78ca-160d-b62a-9483318d0000', 'null', 'command-line', false),
	(44, 'c0ffee00-0000-4000-8000-000000000006', 'c0ffee00-0000-4000-8000-000000000001', 5, '{"unit": "nmol/L", "value": "16.1", "biotin": "NotAsked", "status": "Corrected", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-10-06T08:50:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:58.312418+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', 'f1b6abdbe2cde6f2f3179b7b5730cf30', '08df4f37-7914-e1bb-b62a-9483318d0000', 'null', 'command-line', false),
	(45, 'bbbbbbbb-0001-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000001', 1, '{"ageYears": 38, "karyotype": "NotTested", "enrolledOn": "2026-10-01", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:13:14.385016+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '6f0ed5ff4c8467fbbec7441741f14b00', '08df4f37-82a9-9da4-b62a-9483318d0000', 'null', 'command-line', false),
	(22, 'aaaaaaaa-0004-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000004', 3, '{"unit": "nmol/L", "value": "7", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-07-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.800481+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c6-a9e9-b62a-9483318d0000', 'null', 'command-line', false),
	(28, 'aaaaaaaa-0005-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000005', 3, '{"unit": "nmol/L", "value": "15", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2024-11-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.838657+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78cb-9ddf-b62a-9483318d0000', 'null', 'command-line', false),
	(29, 'aaaaaaaa-0005-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000005', 4, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "warnings": [{"code": "IntervalBelow6Months"}], "anaesthesia": "NotStated", "performedOn": "2025-01-10", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.845668+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78cd-9f26-b62a-9483318d0000', 'null', 'command-line', false),
	(35, 'aaaaaaaa-0007-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000007', 1, '{"karyotype": "NotTested", "enrolledOn": "2024-01-01", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:57.915269+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78d8-8574-b62a-9483318d0000', 'null', 'command-line', false),
	(37, 'aaaaaaaa-0007-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000007', 3, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2024-09-15", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.923732+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78d9-ac1d-b62a-9483318d0000', 'null', 'command-line', false),
	(39, 'aaaaaaaa-0008-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000008', 2, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2025-01-10", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.929697+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78da-989c-b62a-9483318d0000', 'null', 'command-line', false),
	(40, 'c0ffee00-0000-4000-8000-000000000002', 'c0ffee00-0000-4000-8000-000000000001', 1, '{"karyotype": "NotTested", "enrolledOn": "2025-01-05", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:58.288772+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', 'f1b6abdbe2cde6f2f3179b7b5730cf30', '08df4f37-7911-8595-b62a-9483318d0000', 'null', 'command-line', false),
	(43, 'c0ffee00-0000-4000-8000-000000000005', 'c0ffee00-0000-4000-8000-000000000001', 4, '{"unit": "nmol/L", "value": "6.1", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-10-06T08:50:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:58.307981+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', 'f1b6abdbe2cde6f2f3179b7b5730cf30', '08df4f37-7914-1fb8-b62a-9483318d0000', 'null', 'command-line', false),
	(48, '0874b2f7-866b-4952-aed9-6622a0009cfd', 'c11a1c00-0000-7000-8000-000000000001', 1, '{"men": 11, "from": "standard-1", "changing": 9, "protocol": "standard-2"}', NULL, 'protocol_adopted', '2026-11-30 23:13:24.825002+00', 'izmir', 'FollowUp.Guidelines.ProtocolAdopted, FollowUp', 'ddf50d31a9d59dc173dce4821642a284', NULL, 'null', 'command-line', false),
	(23, 'aaaaaaaa-0004-4000-8000-000000000004', 'aaaaaaaa-0000-4000-8000-000000000004', 4, '{"unit": "nmol/L", "value": "13", "biotin": "NotAsked", "status": "Final", "analyte": "Testosterone", "fasting": "NotAsked", "acutelyIll": "NotAsked", "collectedAt": "2025-08-01T08:30:00"}', NULL, 'hormone_result_reported', '2026-11-30 23:12:57.805618+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneResultReported, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c7-676b-b62a-9483318d0000', 'null', 'command-line', false),
	(26, 'aaaaaaaa-0005-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000005', 1, '{"karyotype": "NotTested", "enrolledOn": "2024-01-01", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:57.817406+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78c9-9a59-b62a-9483318d0000', 'null', 'command-line', false),
	(30, 'aaaaaaaa-0006-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000006', 1, '{"karyotype": "NotTested", "enrolledOn": "2024-01-01", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:57.850977+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78ce-b9b7-b62a-9483318d0000', 'null', 'command-line', false),
	(32, 'aaaaaaaa-0006-4000-8000-000000000003', 'aaaaaaaa-0000-4000-8000-000000000006', 3, '{"drug": "Clomifene", "route": "Unknown", "source": "Patient", "ongoing": "No", "startedOn": "2024-04-01", "stoppedOn": "2024-07-01", "indication": "NotStated"}', NULL, 'hormone_therapy_recorded', '2026-11-30 23:12:57.868251+00', 'izmir', 'FollowUp.Patients.Rules.Facts.HormoneTherapyRecorded, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78d1-1eb8-b62a-9483318d0000', 'null', 'command-line', false),
	(36, 'aaaaaaaa-0007-4000-8000-000000000002', 'aaaaaaaa-0000-4000-8000-000000000007', 2, '{"side": "Both", "type": "MTESE", "outcome": "SpermFound", "anaesthesia": "NotStated", "performedOn": "2024-02-29", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:57.920459+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78d9-35bf-b62a-9483318d0000', 'null', 'command-line', false),
	(38, 'aaaaaaaa-0008-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000008', 1, '{"karyotype": "NotTested", "enrolledOn": "2024-01-01", "yMicrodeletion": "NotTested"}', NULL, 'patient_enrolled', '2026-11-30 23:12:57.925771+00', 'izmir', 'FollowUp.Patients.Rules.Facts.PatientEnrolled, FollowUp', '4c6c53c97c39ac83489a3d1bdf54bb21', '08df4f37-78da-2401-b62a-9483318d0000', 'null', 'command-line', false),
	(41, 'c0ffee00-0000-4000-8000-000000000003', 'c0ffee00-0000-4000-8000-000000000001', 2, '{"side": "Left", "type": "MTESE", "outcome": "NotFound", "anaesthesia": "NotStated", "performedOn": "2025-03-10", "bipolarCoagulation": "NotAsked", "onOocyteRetrievalDay": "NotAsked"}', NULL, 'procedure_performed', '2026-11-30 23:12:58.295583+00', 'izmir', 'FollowUp.Patients.Rules.Facts.ProcedurePerformed, FollowUp', 'f1b6abdbe2cde6f2f3179b7b5730cf30', '08df4f37-7912-5d92-b62a-9483318d0000', 'null', 'command-line', false);


--
-- Data for Name: mt_high_water_skips; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: mt_streams; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.mt_streams VALUES
	('izmir', '3feeacae-9a8e-81e6-aa97-57f8227c6cd2', 'course_document', 5, '2026-11-30 23:12:57.294748+00', '2026-11-30 23:12:57.03288+00', 0, false),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000001', 'course_document', 5, '2026-11-30 23:12:57.728144+00', '2026-11-30 23:12:57.698243+00', 0, false),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000002', 'course_document', 4, '2026-11-30 23:12:57.764886+00', '2026-11-30 23:12:57.73198+00', 0, false),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000003', 'course_document', 5, '2026-11-30 23:12:57.789353+00', '2026-11-30 23:12:57.768825+00', 0, false),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000004', 'course_document', 6, '2026-11-30 23:12:57.815824+00', '2026-11-30 23:12:57.792905+00', 0, false),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000005', 'course_document', 4, '2026-11-30 23:12:57.849469+00', '2026-11-30 23:12:57.819376+00', 0, false),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000006', 'course_document', 5, '2026-11-30 23:12:57.91417+00', '2026-11-30 23:12:57.856398+00', 0, false),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000007', 'course_document', 3, '2026-11-30 23:12:57.924694+00', '2026-11-30 23:12:57.918245+00', 0, false),
	('izmir', 'aaaaaaaa-0000-4000-8000-000000000008', 'course_document', 2, '2026-11-30 23:12:57.930548+00', '2026-11-30 23:12:57.927609+00', 0, false),
	('izmir', 'c0ffee00-0000-4000-8000-000000000001', 'course_document', 5, '2026-11-30 23:12:58.313862+00', '2026-11-30 23:12:58.291841+00', 0, false),
	('izmir', 'bbbbbbbb-0000-4000-8000-000000000001', 'course_document', 3, '2026-11-30 23:13:24.414905+00', '2026-11-30 23:13:14.394145+00', 0, false),
	('izmir', 'c11a1c00-0000-7000-8000-000000000001', 'clinic', 1, '2026-11-30 23:13:24.827276+00', '2026-11-30 23:13:24.827276+00', 0, false);


--
-- Data for Name: wolverine_agent_restrictions; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_control_queue; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_dead_letter_history; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_dead_letters; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_incoming_envelopes; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_node_assignments; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_node_records; Type: TABLE DATA; Schema: followup; Owner: -
--

INSERT INTO followup.wolverine_node_records VALUES
	(1, 1, 'NodeStarted', '2026-11-30 23:12:54.664414+00', ''),
	(2, 1, 'AgentStarted', '2026-11-30 23:12:54.664414+00', 'event-subscriptions://marten/main/127!0!0!1.followup/cohortrow/all'),
	(3, 1, 'AgentStarted', '2026-11-30 23:12:54.664414+00', 'wolverinedb://postgresql/127.0.0.1/followup/followup');


--
-- Data for Name: wolverine_nodes; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: wolverine_outgoing_envelopes; Type: TABLE DATA; Schema: followup; Owner: -
--



--
-- Data for Name: qrtz_blob_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_calendars; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_cron_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_cron_triggers VALUES
	('QuartzScheduler', 'recall-tick-SixWeeks', 'DEFAULT', '0 0 0 1 1 ? 2099', 'UTC'),
	('QuartzScheduler', 'recall-tick-Hormones', 'DEFAULT', '0 0 0 1 1 ? 2099', 'UTC'),
	('QuartzScheduler', 'recall-tick-Attempts', 'DEFAULT', '0 0 0 1 1 ? 2099', 'UTC'),
	('QuartzScheduler', 'report-job-sweep', 'DEFAULT', '0 17 * * * ?', 'UTC');


--
-- Data for Name: qrtz_execution_history; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_fired_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_job_details; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_job_details VALUES
	('QuartzScheduler', 'recall-tick-SixWeeks', 'DEFAULT', NULL, 'FollowUp.Recalls.RecallTick, FollowUp', false, true, false, false, NULL),
	('QuartzScheduler', 'recall-tick-Hormones', 'DEFAULT', NULL, 'FollowUp.Recalls.RecallTick, FollowUp', false, true, false, false, NULL),
	('QuartzScheduler', 'recall-tick-Attempts', 'DEFAULT', NULL, 'FollowUp.Recalls.RecallTick, FollowUp', false, true, false, false, NULL),
	('QuartzScheduler', 'report-job-sweep', 'DEFAULT', NULL, 'FollowUp.Reports.Jobs.ReportJobSweep, FollowUp', false, true, false, false, NULL);


--
-- Data for Name: qrtz_job_status; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_locks; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_locks VALUES
	('QuartzScheduler', 'TRIGGER_ACCESS'),
	('QuartzScheduler', 'STATE_ACCESS');


--
-- Data for Name: qrtz_misfire_history; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_paused_job_grps; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_paused_trigger_grps; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_scheduler_state; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_scheduler_state VALUES
	('QuartzScheduler', 'node1', 639316772280932866, 7500, '4.7.3');


--
-- Data for Name: qrtz_simple_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_simprop_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--



--
-- Data for Name: qrtz_triggers; Type: TABLE DATA; Schema: quartz; Owner: -
--

INSERT INTO quartz.qrtz_triggers VALUES
	('QuartzScheduler', 'recall-tick-SixWeeks', 'DEFAULT', 'recall-tick-SixWeeks', 'DEFAULT', NULL, 662065056000000000, NULL, 5, 'WAITING', 'CRON', 639316771740000000, NULL, NULL, 2, NULL, NULL, NULL, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('QuartzScheduler', 'recall-tick-Hormones', 'DEFAULT', 'recall-tick-Hormones', 'DEFAULT', NULL, 662065056000000000, NULL, 5, 'WAITING', 'CRON', 639316771740000000, NULL, NULL, 2, NULL, NULL, NULL, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('QuartzScheduler', 'recall-tick-Attempts', 'DEFAULT', 'recall-tick-Attempts', 'DEFAULT', NULL, 662065056000000000, NULL, 5, 'WAITING', 'CRON', 639316771740000000, NULL, NULL, 2, NULL, NULL, NULL, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
	('QuartzScheduler', 'report-job-sweep', 'DEFAULT', 'report-job-sweep', 'DEFAULT', NULL, 639316774200000000, NULL, 5, 'WAITING', 'CRON', 639316771740000000, NULL, NULL, 2, NULL, NULL, NULL, false, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);


--
-- Name: mt_events_sequence; Type: SEQUENCE SET; Schema: followup; Owner: -
--

SELECT pg_catalog.setval('followup.mt_events_sequence', 48, true);


--
-- Name: wolverine_node_records_id_seq; Type: SEQUENCE SET; Schema: followup; Owner: -
--

SELECT pg_catalog.setval('followup.wolverine_node_records_id_seq', 3, true);


--
-- Name: wolverine_nodes_node_number_seq; Type: SEQUENCE SET; Schema: followup; Owner: -
--

SELECT pg_catalog.setval('followup.wolverine_nodes_node_number_seq', 1, false);


--
-- Name: mt_event_progression pk_mt_event_progression; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_event_progression
    ADD CONSTRAINT pk_mt_event_progression PRIMARY KEY (name);


--
-- Name: mt_doc_calendarfeed pkey_mt_doc_calendarfeed_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_calendarfeed
    ADD CONSTRAINT pkey_mt_doc_calendarfeed_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_calldraft pkey_mt_doc_calldraft_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_calldraft
    ADD CONSTRAINT pkey_mt_doc_calldraft_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_cohortrow pkey_mt_doc_cohortrow_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_cohortrow
    ADD CONSTRAINT pkey_mt_doc_cohortrow_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_colleague pkey_mt_doc_colleague_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_colleague
    ADD CONSTRAINT pkey_mt_doc_colleague_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_coursedocument pkey_mt_doc_coursedocument_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_coursedocument
    ADD CONSTRAINT pkey_mt_doc_coursedocument_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_deadletterevent pkey_mt_doc_deadletterevent_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_deadletterevent
    ADD CONSTRAINT pkey_mt_doc_deadletterevent_id PRIMARY KEY (id);


--
-- Name: mt_doc_envelope pkey_mt_doc_envelope_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_envelope
    ADD CONSTRAINT pkey_mt_doc_envelope_id PRIMARY KEY (id);


--
-- Name: mt_doc_identityread pkey_mt_doc_identityread_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_identityread
    ADD CONSTRAINT pkey_mt_doc_identityread_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_patient_directory pkey_mt_doc_patient_directory_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_patient_directory
    ADD CONSTRAINT pkey_mt_doc_patient_directory_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_rebuildplace pkey_mt_doc_rebuildplace_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_rebuildplace
    ADD CONSTRAINT pkey_mt_doc_rebuildplace_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_reminderclaim pkey_mt_doc_reminderclaim_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_reminderclaim
    ADD CONSTRAINT pkey_mt_doc_reminderclaim_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_reportjob pkey_mt_doc_reportjob_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_reportjob
    ADD CONSTRAINT pkey_mt_doc_reportjob_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_requestrecord pkey_mt_doc_requestrecord_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_requestrecord
    ADD CONSTRAINT pkey_mt_doc_requestrecord_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_sendingpause pkey_mt_doc_sendingpause_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_sendingpause
    ADD CONSTRAINT pkey_mt_doc_sendingpause_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_doc_worklistclaim pkey_mt_doc_worklistclaim_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_doc_worklistclaim
    ADD CONSTRAINT pkey_mt_doc_worklistclaim_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: mt_event_projection_floors pkey_mt_event_projection_floors_name_tenant_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_event_projection_floors
    ADD CONSTRAINT pkey_mt_event_projection_floors_name_tenant_id PRIMARY KEY (name, tenant_id);


--
-- Name: mt_events pkey_mt_events_seq_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_events
    ADD CONSTRAINT pkey_mt_events_seq_id PRIMARY KEY (seq_id);


--
-- Name: mt_high_water_skips pkey_mt_high_water_skips_ending_sequence; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_high_water_skips
    ADD CONSTRAINT pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence);


--
-- Name: mt_streams pkey_mt_streams_tenant_id_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_streams
    ADD CONSTRAINT pkey_mt_streams_tenant_id_id PRIMARY KEY (tenant_id, id);


--
-- Name: wolverine_agent_restrictions pkey_wolverine_agent_restrictions_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_agent_restrictions
    ADD CONSTRAINT pkey_wolverine_agent_restrictions_id PRIMARY KEY (id);


--
-- Name: wolverine_control_queue pkey_wolverine_control_queue_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_control_queue
    ADD CONSTRAINT pkey_wolverine_control_queue_id PRIMARY KEY (id);


--
-- Name: wolverine_dead_letter_history pkey_wolverine_dead_letter_history_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_dead_letter_history
    ADD CONSTRAINT pkey_wolverine_dead_letter_history_id PRIMARY KEY (id);


--
-- Name: wolverine_dead_letters pkey_wolverine_dead_letters_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_dead_letters
    ADD CONSTRAINT pkey_wolverine_dead_letters_id PRIMARY KEY (id);


--
-- Name: wolverine_incoming_envelopes pkey_wolverine_incoming_envelopes_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_incoming_envelopes
    ADD CONSTRAINT pkey_wolverine_incoming_envelopes_id PRIMARY KEY (id);


--
-- Name: wolverine_node_assignments pkey_wolverine_node_assignments_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_node_assignments
    ADD CONSTRAINT pkey_wolverine_node_assignments_id PRIMARY KEY (id);


--
-- Name: wolverine_node_records pkey_wolverine_node_records_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_node_records
    ADD CONSTRAINT pkey_wolverine_node_records_id PRIMARY KEY (id);


--
-- Name: wolverine_nodes pkey_wolverine_nodes_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_nodes
    ADD CONSTRAINT pkey_wolverine_nodes_id PRIMARY KEY (id);


--
-- Name: wolverine_outgoing_envelopes pkey_wolverine_outgoing_envelopes_id; Type: CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_outgoing_envelopes
    ADD CONSTRAINT pkey_wolverine_outgoing_envelopes_id PRIMARY KEY (id);


--
-- Name: qrtz_blob_triggers qrtz_blob_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_calendars qrtz_calendars_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_calendars
    ADD CONSTRAINT qrtz_calendars_pkey PRIMARY KEY (sched_name, calendar_name);


--
-- Name: qrtz_cron_triggers qrtz_cron_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_execution_history qrtz_execution_history_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_execution_history
    ADD CONSTRAINT qrtz_execution_history_pkey PRIMARY KEY (sched_name, entry_id);


--
-- Name: qrtz_fired_triggers qrtz_fired_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_fired_triggers
    ADD CONSTRAINT qrtz_fired_triggers_pkey PRIMARY KEY (sched_name, entry_id);


--
-- Name: qrtz_job_details qrtz_job_details_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_job_details
    ADD CONSTRAINT qrtz_job_details_pkey PRIMARY KEY (sched_name, job_name, job_group);


--
-- Name: qrtz_job_status qrtz_job_status_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_job_status
    ADD CONSTRAINT qrtz_job_status_pkey PRIMARY KEY (sched_name, job_group, job_name);


--
-- Name: qrtz_locks qrtz_locks_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_locks
    ADD CONSTRAINT qrtz_locks_pkey PRIMARY KEY (sched_name, lock_name);


--
-- Name: qrtz_misfire_history qrtz_misfire_history_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_misfire_history
    ADD CONSTRAINT qrtz_misfire_history_pkey PRIMARY KEY (sched_name, entry_id);


--
-- Name: qrtz_paused_job_grps qrtz_paused_job_grps_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_paused_job_grps
    ADD CONSTRAINT qrtz_paused_job_grps_pkey PRIMARY KEY (sched_name, job_group);


--
-- Name: qrtz_paused_trigger_grps qrtz_paused_trigger_grps_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_paused_trigger_grps
    ADD CONSTRAINT qrtz_paused_trigger_grps_pkey PRIMARY KEY (sched_name, trigger_group);


--
-- Name: qrtz_scheduler_state qrtz_scheduler_state_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_scheduler_state
    ADD CONSTRAINT qrtz_scheduler_state_pkey PRIMARY KEY (sched_name, instance_name);


--
-- Name: qrtz_simple_triggers qrtz_simple_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_simprop_triggers qrtz_simprop_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_triggers qrtz_triggers_pkey; Type: CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: idx_wolverine_dead_letter_history_last_replayed_at; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_dead_letter_history_last_replayed_at ON followup.wolverine_dead_letter_history USING btree (last_replayed_at);


--
-- Name: idx_wolverine_dead_letters_failure_group; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_dead_letters_failure_group ON followup.wolverine_dead_letters USING btree (failure_group);


--
-- Name: idx_wolverine_dead_letters_replayable; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_dead_letters_replayable ON followup.wolverine_dead_letters USING btree (replayable) WHERE (replayable = true);


--
-- Name: idx_wolverine_incoming_envelopes_keep_until; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_incoming_envelopes_keep_until ON followup.wolverine_incoming_envelopes USING btree (keep_until) WHERE ((status)::text = 'Handled'::text);


--
-- Name: idx_wolverine_incoming_envelopes_owner; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_incoming_envelopes_owner ON followup.wolverine_incoming_envelopes USING btree (owner_id) WHERE (owner_id <> 0);


--
-- Name: idx_wolverine_incoming_envelopes_recover; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_incoming_envelopes_recover ON followup.wolverine_incoming_envelopes USING btree (received_at) WHERE (((status)::text = 'Incoming'::text) AND (owner_id = 0));


--
-- Name: idx_wolverine_incoming_envelopes_scheduled; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_incoming_envelopes_scheduled ON followup.wolverine_incoming_envelopes USING btree (execution_time) WHERE ((status)::text = 'Scheduled'::text);


--
-- Name: idx_wolverine_outgoing_envelopes_owner; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_outgoing_envelopes_owner ON followup.wolverine_outgoing_envelopes USING btree (owner_id) WHERE (owner_id <> 0);


--
-- Name: idx_wolverine_outgoing_envelopes_recover; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX idx_wolverine_outgoing_envelopes_recover ON followup.wolverine_outgoing_envelopes USING btree (destination) WHERE (owner_id = 0);


--
-- Name: mt_doc_calendarfeed_idx_user_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_calendarfeed_idx_user_id ON followup.mt_doc_calendarfeed USING btree (user_id);


--
-- Name: mt_doc_cohortrow_idx_kind; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_cohortrow_idx_kind ON followup.mt_doc_cohortrow USING btree (kind);


--
-- Name: mt_doc_coursedocument_idx_alert_from; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_alert_from ON followup.mt_doc_coursedocument USING btree (alert_from);


--
-- Name: mt_doc_coursedocument_idx_protocol; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_protocol ON followup.mt_doc_coursedocument USING btree (protocol);


--
-- Name: mt_doc_coursedocument_idx_remind_from; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_remind_from ON followup.mt_doc_coursedocument USING btree (remind_from);


--
-- Name: mt_doc_coursedocument_idx_tenant_id_protocol; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_tenant_id_protocol ON followup.mt_doc_coursedocument USING btree (tenant_id, protocol);


--
-- Name: mt_doc_coursedocument_idx_tenant_id_remind_from_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_tenant_id_remind_from_id ON followup.mt_doc_coursedocument USING btree (tenant_id, remind_from, id);


--
-- Name: mt_doc_coursedocument_idx_tenant_id_work_from; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_tenant_id_work_from ON followup.mt_doc_coursedocument USING btree (tenant_id, work_from);


--
-- Name: mt_doc_coursedocument_idx_work_from; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_coursedocument_idx_work_from ON followup.mt_doc_coursedocument USING btree (work_from);


--
-- Name: mt_doc_identityread_idx_at; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_identityread_idx_at ON followup.mt_doc_identityread USING btree (at);


--
-- Name: mt_doc_identityread_idx_by; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_identityread_idx_by ON followup.mt_doc_identityread USING btree (by);


--
-- Name: mt_doc_identityread_idx_patient_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_identityread_idx_patient_id ON followup.mt_doc_identityread USING btree (patient_id);


--
-- Name: mt_doc_patient_directory_idx_tokens; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_patient_directory_idx_tokens ON followup.mt_doc_patient_directory USING gin (tokens);


--
-- Name: mt_doc_reminderclaim_idx_changed_at; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_changed_at ON followup.mt_doc_reminderclaim USING btree (changed_at);


--
-- Name: mt_doc_reminderclaim_idx_claimed_at; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_claimed_at ON followup.mt_doc_reminderclaim USING btree (claimed_at);


--
-- Name: mt_doc_reminderclaim_idx_patient_id; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_patient_id ON followup.mt_doc_reminderclaim USING btree (patient_id);


--
-- Name: mt_doc_reminderclaim_idx_reminder_channel; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_reminder_channel ON followup.mt_doc_reminderclaim USING btree (reminder_channel);


--
-- Name: mt_doc_reminderclaim_idx_state; Type: INDEX; Schema: followup; Owner: -
--

CREATE INDEX mt_doc_reminderclaim_idx_state ON followup.mt_doc_reminderclaim USING btree (state);


--
-- Name: pk_mt_events_stream_and_version; Type: INDEX; Schema: followup; Owner: -
--

CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON followup.mt_events USING btree (tenant_id, stream_id, version);


--
-- Name: idx_qrtz_eh_fire_inst; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_fire_inst ON quartz.qrtz_execution_history USING btree (sched_name, fire_instance_id);


--
-- Name: idx_qrtz_eh_fired_time; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_fired_time ON quartz.qrtz_execution_history USING btree (sched_name, fired_time);


--
-- Name: idx_qrtz_eh_inst; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_inst ON quartz.qrtz_execution_history USING btree (sched_name, instance_name);


--
-- Name: idx_qrtz_eh_job_time; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_job_time ON quartz.qrtz_execution_history USING btree (sched_name, job_group, job_name, fired_time);


--
-- Name: idx_qrtz_eh_trig_time; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_eh_trig_time ON quartz.qrtz_execution_history USING btree (sched_name, trigger_group, trigger_name, fired_time);


--
-- Name: idx_qrtz_ft_inst_job_req_rcvry; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_ft_inst_job_req_rcvry ON quartz.qrtz_fired_triggers USING btree (sched_name, instance_name, requests_recovery);


--
-- Name: idx_qrtz_ft_j_g; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_ft_j_g ON quartz.qrtz_fired_triggers USING btree (sched_name, job_name, job_group);


--
-- Name: idx_qrtz_ft_t_g; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_ft_t_g ON quartz.qrtz_fired_triggers USING btree (sched_name, trigger_name, trigger_group);


--
-- Name: idx_qrtz_j_g_n; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_j_g_n ON quartz.qrtz_job_details USING btree (sched_name, job_group, job_name);


--
-- Name: idx_qrtz_mh_inst; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_mh_inst ON quartz.qrtz_misfire_history USING btree (sched_name, instance_name);


--
-- Name: idx_qrtz_mh_misfire_time; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_mh_misfire_time ON quartz.qrtz_misfire_history USING btree (sched_name, misfire_time);


--
-- Name: idx_qrtz_t_c; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_t_c ON quartz.qrtz_triggers USING btree (sched_name, calendar_name);


--
-- Name: idx_qrtz_t_g_n; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_t_g_n ON quartz.qrtz_triggers USING btree (sched_name, trigger_group, trigger_name);


--
-- Name: idx_qrtz_t_j; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_t_j ON quartz.qrtz_triggers USING btree (sched_name, job_name, job_group);


--
-- Name: idx_qrtz_t_nft_st; Type: INDEX; Schema: quartz; Owner: -
--

CREATE INDEX idx_qrtz_t_nft_st ON quartz.qrtz_triggers USING btree (sched_name, trigger_state, next_fire_time, priority DESC, misfire_instr);


--
-- Name: mt_events fkey_mt_events_stream_id_tenant_id; Type: FK CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.mt_events
    ADD CONSTRAINT fkey_mt_events_stream_id_tenant_id FOREIGN KEY (tenant_id, stream_id) REFERENCES followup.mt_streams(tenant_id, id);


--
-- Name: wolverine_node_assignments fkey_wolverine_node_assignments_node_id; Type: FK CONSTRAINT; Schema: followup; Owner: -
--

ALTER TABLE ONLY followup.wolverine_node_assignments
    ADD CONSTRAINT fkey_wolverine_node_assignments_node_id FOREIGN KEY (node_id) REFERENCES followup.wolverine_nodes(id) ON DELETE CASCADE;


--
-- Name: qrtz_blob_triggers qrtz_blob_triggers_sched_name_trigger_name_trigger_group_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz.qrtz_triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;


--
-- Name: qrtz_cron_triggers qrtz_cron_triggers_sched_name_trigger_name_trigger_group_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz.qrtz_triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;


--
-- Name: qrtz_simple_triggers qrtz_simple_triggers_sched_name_trigger_name_trigger_group_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz.qrtz_triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;


--
-- Name: qrtz_simprop_triggers qrtz_simprop_triggers_sched_name_trigger_name_trigger_grou_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_sched_name_trigger_name_trigger_grou_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES quartz.qrtz_triggers(sched_name, trigger_name, trigger_group) ON DELETE CASCADE;


--
-- Name: qrtz_triggers qrtz_triggers_sched_name_job_name_job_group_fkey; Type: FK CONSTRAINT; Schema: quartz; Owner: -
--

ALTER TABLE ONLY quartz.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_sched_name_job_name_job_group_fkey FOREIGN KEY (sched_name, job_name, job_group) REFERENCES quartz.qrtz_job_details(sched_name, job_name, job_group);


--
-- PostgreSQL database dump complete
--


